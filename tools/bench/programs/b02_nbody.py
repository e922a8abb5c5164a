"""B2: float n-body simulation of five bodies, per pair of bodies and step."""

import math
import sys
import time


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def solar_system():
    year = 365.24
    sun = 4.0 * math.pi * math.pi
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, sun),
        Body(4.841, -1.160, -0.103, 0.00166 * year, 0.00769 * year, -0.0000690 * year, 9.547e-4 * sun),
        Body(8.343, 4.124, -0.403, -0.00276 * year, 0.00499 * year, 0.0000230 * year, 2.858e-4 * sun),
        Body(12.894, -15.111, -0.223, 0.00296 * year, 0.00237 * year, -0.0000296 * year, 4.366e-5 * sun),
        Body(15.379, -25.919, 0.179, 0.00268 * year, 0.00162 * year, -0.0000951 * year, 5.151e-5 * sun),
    ]


def advance(bodies, dt):
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            force = dt / (square * math.sqrt(square))
            a.vx -= dx * b.mass * force
            a.vy -= dy * b.mass * force
            a.vz -= dz * b.mass * force
            b.vx += dx * a.mass * force
            b.vy += dy * a.mass * force
            b.vz += dz * a.mass * force
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 250_000
    bodies = solar_system()
    start = time.perf_counter()
    for _ in range(steps):
        advance(bodies, 0.001)
    elapsed = time.perf_counter() - start
    assert bodies[0].x == bodies[0].x
    print(elapsed * 1e9 / (steps * 10))


main()
