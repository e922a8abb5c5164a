import asn1crypto.core
import itsdangerous
import rsa
import blinker

signer = itsdangerous.URLSafeSerializer("secret")
token = signer.dumps({"id": 5})
print(token, signer.loads(token))
try:
    signer.loads(token + "x")
except itsdangerous.BadSignature as error:
    print(error)
value = asn1crypto.core.SequenceOf([1, 2], spec=asn1crypto.core.Integer)
print(value.dump().hex(), asn1crypto.core.OctetString(b"x").dump())
public, private = rsa.PublicKey(3233, 17), rsa.PrivateKey(3233, 17, 2753, 61, 53)
print(rsa.core.encrypt_int(65, 17, 3233), rsa.core.decrypt_int(2790, 2753, 3233), public)
signal = blinker.signal("ready")
signal.connect(lambda sender, **kw: print("got", sender, kw), weak=False)
signal.send("me", x=1)
