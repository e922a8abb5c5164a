import array
import copy
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
A=array.array
a=A('i',[1,2])
t(lambda: a.__reduce_ex__(2)); t(lambda: a.__reduce_ex__(3)); t(lambda: A('u','ab').__reduce_ex__(2)); t(lambda: A('q',[1]).__reduce_ex__(4))
t(lambda: array._array_reconstructor)
print(type(iter(a)).__name__)
m=memoryview(A('u','ab')); print(m.format,m.itemsize, m.tobytes())
t(lambda: m[0]); t(lambda: m.tolist()); 
def setm(): m[0]='a'
t(setm)
t(lambda: m==m)
m.release()
for args in [(),('i',),('z',),(1,),('ii',),('i',5),('i',None),('i','abc'),('u','abc'),('u',b'abc'),('i',b'abc'),('i',b'abcd'),('i',[1],2),('i',A('d',[1.0])),('i',A('u','a')),('u',A('i',[1])),('u',A('u','a')),('f',(1,2)),('i',bytearray(8)),('i',memoryview(bytes(8))),('d',iter([1,2])),('b',range(3)), ('u',['a','b']),('u',['ab']), ('u', [1]), ('', [])]:
    t(lambda: A(*args))
t(lambda: A(typecode='i'))
t(lambda: A('i', initializer=[1]))
def S(f):
    def g():
        a=A('i',range(10)); r=f(a); return r,a
    t(g)
S(lambda a: a[2:5]); S(lambda a: a[::-2]); S(lambda a: a[5:2]); S(lambda a: a[20]); S(lambda a:a['x']); S(lambda a:a[1.5]); S(lambda a:a[None])
def D(a): del a[1:3]
S(D)
def D(a): del a[::2]
S(D)
def D(a): del a[::-3]
S(D)
def D(a): del a[0]
S(D)
def D(a): del a[99]
S(D)
def D(a): a[99]=1
S(D)
def D(a): a['x']=1
S(D)
def D(a): a[1:3]=A('i',[7,8,9])
S(D)
def D(a): a[1:3]=[7,8,9]
S(D)
def D(a): a[1:3]=A('h',[7,8,9])
S(D)
def D(a): a[::2]=A('i',[7,8,9])
S(D)
def D(a): a[::2]=A('i',[7,8,9,10,11])
S(D)
def D(a): a[:]=a
S(D)
def D(a): a[3:]=a
S(D)
def D(a): a+=[1]
S(D)
def D(a): a+=A('d',[1])
S(D)
def D(a): a+=A('i',[1])
S(D)
def D(a): a*=2
S(D)
def D(a): a*='x'
S(D)
def D(a): a[1]='x'
S(D)
S(lambda a: a+[1]); S(lambda a: a+A('d')); S(lambda a: a+A('i',[5])); S(lambda a:a*2); S(lambda a:2*a); S(lambda a:a*-1); S(lambda a:a*1.5); S(lambda a: a<A('i',[5])); S(lambda a:a<[1]); S(lambda a:a==[1]); S(lambda a:a==A('d',range(10))); S(lambda a: 3 in a); S(lambda a:'x' in a); S(lambda a: a.pop()); S(lambda a:a.pop(0)); S(lambda a:a.pop(99)); S(lambda a:A('i').pop()); S(lambda a:a.pop('x')); S(lambda a:a.remove(3)); S(lambda a:a.remove(33)); S(lambda a:a.index(3)); S(lambda a:a.index(33)); S(lambda a:a.index(3,4)); S(lambda a:a.index(3,-9,-1)); S(lambda a:a.count(3)); S(lambda a:a.insert(0,9)); S(lambda a:a.insert(-1,9)); S(lambda a:a.insert(99,9)); S(lambda a:a.insert('x',9)); S(lambda a:a.append('x')); S(lambda a:a.append(2**40)); S(lambda a: a.extend(5)); S(lambda a: a.extend([1,'x'])); S(lambda a: a.extend(A('d',[1]))); S(lambda a: a.extend(a)); S(lambda a: a.fromlist([1,2,'x'])); S(lambda a: a.fromlist((1,2))); S(lambda a:a.fromlist([1,2])); S(lambda a: a.frombytes(b'abc')); S(lambda a:a.frombytes(b'abcd')); S(lambda a:a.frombytes('abcd')); S(lambda a:a.frombytes(5)); S(lambda a:a.tobytes()); S(lambda a:a.tolist()); S(lambda a:a.byteswap()); S(lambda a:a.reverse()); S(lambda a:a.tounicode()); S(lambda a:a.fromunicode('a')); S(lambda a:a.buffer_info()[1]); S(lambda a:a.itemsize); S(lambda a:a.typecode); S(lambda a:hash(a)); S(lambda a: a.__copy__()); S(lambda a:copy.deepcopy(a)); S(lambda a: a.__deepcopy__({})); 
u=A('u','héé'); t(lambda: u.tounicode()); t(lambda: u.fromunicode('zz')); t(lambda: u); t(lambda:u.fromunicode(5)); t(lambda: u.byteswap()); t(lambda: u); t(lambda: u.tounicode())
def E():
    a=A('i',[1]); m=memoryview(a); a.append(3)
t(E)
def E():
    a=A('i',[1]); m=memoryview(a); m[0]=7; m.release(); a.append(3); return a
t(E)
def E():
    a=A('i',[1]); m=memoryview(a); a[0]=5; a[:]=A('i',[8]); return m.tolist()
t(E)
def E():
    a=A('i',[1,2]); m=memoryview(a); del a[0]
t(E)
def E():
    a=A('i',[1,2]); m=memoryview(a); a.frombytes(b''); a.extend(A('i')); a*=1; a.fromlist([]); a+=A('i'); return a
t(E)
def E():
    a=A('i',[1,2]); m=memoryview(a); a.pop()
t(E)
def E():
    a=A('i',[1,2]); m=memoryview(a); a.byteswap(); a.reverse(); return a
t(E)
class B(A):
    def __init__(self, *a): self.x=1
b=B('i',[1,2]); print(b, b.x, b[0:1], type(b[0:1]), repr(b), b+b, b.__reduce_ex__(3), copy.copy(b), type(copy.copy(b)))
print(A('d',[0.1,float('inf')]), A('f',[0.1]), A('i'), A('u'), str(A('b',[1])), array.ArrayType is A, array.typecodes)
t(lambda: array._array_reconstructor(A,'i',8,b'\1\0\0\0'))
t(lambda: array._array_reconstructor(A,'i',9,b'\0\0\0\1'))
t(lambda: array._array_reconstructor(A,'d',15,b'\0\0\0\1'*2))
t(lambda: array._array_reconstructor(A,'i',99,b'\0\0\0\1'))
t(lambda: array._array_reconstructor(int,'i',9,b'\0\0\0\1'))
t(lambda: array._array_reconstructor(A,'l',9,b'\0\0\0\1'))
t(lambda: array._array_reconstructor(A,'u',18,'ab'.encode('utf-16-le')))
t(lambda: array._array_reconstructor(A,'u',20,'ab'.encode('utf-32-le')))
import io
t(lambda: A('i').fromfile(io.BytesIO(b'abcdefgh'),2)); 
z=A('i')
t(lambda: z.fromfile(io.BytesIO(b'abcdefgh'),3)); t(lambda: z); t(lambda: z.fromfile(io.BytesIO(b'abcdefgh'),-1)); t(lambda: z.fromfile(5,1)); t(lambda: z.fromfile(io.StringIO('abcd'),1))
f=io.BytesIO(); z.tofile(f); print(f.getvalue())
t(lambda: z.tofile(5))
match A('i',[1,2]):
    case [x,y]: print('seq',x,y)
    case _: print('no')
t(lambda: array.array[int])
from collections.abc import MutableSequence, Sequence
print(isinstance(z, MutableSequence))
print(bytes(A('B',[1,2])), bytearray(A('H',[1,2])), b''.join([A('B',[65])]), list(reversed(A('i',[1,2]))), sum(A('d',[.1]*3)), sorted(A('i',[3,1])))
import struct
a=A('i',[0,0]); struct.pack_into('<i',a,4,7); print(a, struct.unpack('<2i',a)); print(memoryview(a).cast('B').tolist(), bytes(memoryview(a)[1:]))
print(A('i',[1])==A('i',[1]), A('i',[1])!=A('l',[1]), A('i',[1,2])<A('d',[1,3]), A('i',[1,2])>=A('i',[1,2,3]), A('d',[float('nan')])==A('d',[float('nan')]))
a=A('i',[1,2,3]); 
for x in a:
    if len(a)<6: a.append(x)
print(a)
a=A('i',[1]); t(lambda: setattr(a,'x',1)); t(lambda: setattr(a,'typecode','x'))
t(lambda: A('q',[2**63-1,-2**63])); t(lambda: A('Q',[2**64-1])); t(lambda: A('i',{1:2})); t(lambda: A('L',[2**64-1]))
t(lambda: A('f',[1e300])); t(lambda: A('i', (x for x in 'a'))); t(lambda: A('u', 5)); t(lambda: A('i', 1.5))
import copy, pickle
i=iter(A('i',[1,2,3])); next(i); print(list(pickle.loads(pickle.dumps(i))), list(copy.copy(i)), i.__reduce__()); list(i); print(i.__reduce__(), list(pickle.loads(pickle.dumps(i))))
i=iter(A('i',[1,2,3])); i.__setstate__(2); print(list(i)); i=iter(A('i',[1,2,3])); i.__setstate__(-5); print(list(i)); i=iter(A('i',[1])); i.__setstate__(9); print(list(i)); t(lambda: iter(A('i')).__setstate__('x'))
