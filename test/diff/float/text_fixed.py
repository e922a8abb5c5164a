"""Floats as text: repr, fixed point in every precision, rounding to even at exact halves."""
import random
random.seed(5)
out=0
vals=[0.0,-0.0,0.5,1.5,2.5,0.125,0.375,1e15,1e16,123456789012345.0,999999999999999.9,0.1,0.2,0.3,1/3,2/3,1e-4,1e-5,0.00012345,9.995,9.985,1.005,2.675,1e22,1e23,5e-324,1.7976931348623157e308,4.35,0.285,1.0e14,0.045,99999.5,0.9999999999999999,9007199254740993.0,4611686018427387904.0,9.2e18]
for i in range(120):
    vals.append(random.random()*10**random.randint(-6,18)); vals.append(round(random.random()*1000,random.randint(0,6))); vals.append(random.randint(0,10**6)/8)
for v in vals:
    print(repr(v), "%.2f"%v, f"{v:.0f} {v:.1f} {v:.3f} {-v:.6f} {v:10.4f} {v:.15f} {v:,.2f} {v:%}", round(v,2), round(v,3), round(-v,1), round(v), str(v*3))
