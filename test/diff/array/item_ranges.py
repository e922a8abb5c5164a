from array import array, typecodes
class I:
    def __index__(s): return 5
for t in typecodes:
    for v in (-1,-2**7-1,2**7,2**8,-2**15-1,2**15,2**16,-2**31-1,2**31,2**32,-2**63-1,2**63,2**64,-2**64,1.5,'a','ab',None,I(),b'a', True):
        try: r=array(t,[v])
        except Exception as e: print(t,v if not isinstance(v,I) else 'I',type(e).__name__,e)
        else: print(t,v if not isinstance(v,I) else 'I',r)
