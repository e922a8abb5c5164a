# hashlib.scrypt: vectors of RFC 7914, small ones, and what is wrong with its arguments.
import hashlib
print(hashlib.scrypt(b'', salt=b'', n=16, r=1, p=1).hex())
print(hashlib.scrypt(b'password', salt=b'NaCl', n=1024, r=8, p=16, maxmem=2**26).hex())
print(hashlib.scrypt(b'pw', salt=bytearray(b's'), n=2, r=2, p=2, dklen=5).hex())
for kw in ({}, {'salt':b's'}, {'salt':b's','n':3,'r':1,'p':1}, {'salt':b's','n':2,'p':1}, {'salt':b's','n':2,'r':1}, {'salt':'s','n':2,'r':1,'p':1}, {'salt':b's','n':2**20,'r':8,'p':1}, {'salt':b's','n':2,'r':1,'p':1,'dklen':0}, {'salt':b's','n':2,'r':1,'p':1,'maxmem':-1}, {'salt':b's','n':'x','r':1,'p':1}, {'salt':b's','n':-2,'r':1,'p':1}, {'salt':b's','n':2,'r':0,'p':1}, {'salt':b's','n':2,'r':1,'p':2**30}, {'salt':b's','n':2,'r':1,'p':0},{'salt':b's','n':1,'r':1,'p':1}):
    try: print(kw, hashlib.scrypt(b'pw', **kw).hex())
    except Exception as e: print(kw, type(e).__name__, e)
for a in (('x',),):
    try: print(hashlib.scrypt(*a, salt=b's', n=2, r=1, p=1))
    except Exception as e: print(type(e).__name__, e)
