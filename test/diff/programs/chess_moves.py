"""A chess move generator: perft counts from known positions, notation, undo."""

from dataclasses import dataclass
from typing import NamedTuple

FILES = "abcdefgh"
STEPS = {
    "N": [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)],
    "B": [(1, 1), (1, -1), (-1, 1), (-1, -1)],
    "R": [(1, 0), (-1, 0), (0, 1), (0, -1)],
}
STEPS["Q"] = STEPS["K"] = STEPS["B"] + STEPS["R"]


class Square(NamedTuple):
    file: int
    rank: int

    def __str__(self):
        return f"{FILES[self.file]}{self.rank + 1}"

    def offset(self, df, dr):
        return Square(self.file + df, self.rank + dr)

    @property
    def valid(self):
        return 0 <= self.file < 8 and 0 <= self.rank < 8


@dataclass(frozen=True, slots=True)
class Move:
    source: Square
    target: Square
    promotion: str = ""
    special: str = ""

    def __str__(self):
        return f"{self.source}{self.target}{self.promotion.lower()}"


class Board:
    def __init__(self, fen):
        placement, turn, castling, passant, *_ = fen.split()
        self.pieces = {}
        for rank, row in enumerate(placement.split("/")):
            file = 0
            for char in row:
                if char.isdigit():
                    file += int(char)
                else:
                    self.pieces[Square(file, 7 - rank)] = char
                    file += 1
        self.white = turn == "w"
        self.castling = set(castling) - {"-"}
        self.passant = None if passant == "-" else Square(FILES.index(passant[0]), int(passant[1]) - 1)

    def mine(self, piece):
        return piece.isupper() == self.white

    def attacked(self, square, by_white):
        for kind, steps in STEPS.items():
            reach = 1 if kind in "NK" else 7
            wanted = kind if by_white else kind.lower()
            for df, dr in steps:
                at = square
                for _ in range(reach):
                    at = at.offset(df, dr)
                    if not at.valid:
                        break
                    if piece := self.pieces.get(at):
                        if piece == wanted:
                            return True
                        break
        direction = -1 if by_white else 1
        pawn = "P" if by_white else "p"
        return any(self.pieces.get(square.offset(df, direction)) == pawn for df in (-1, 1))

    def king(self, white):
        return next(s for s, p in self.pieces.items() if p == ("K" if white else "k"))

    def pseudo_moves(self):
        for square, piece in list(self.pieces.items()):
            if self.mine(piece):
                kind = piece.upper()
                yield from self.pawn_moves(square) if kind == "P" else self.piece_moves(square, kind)

    def piece_moves(self, square, kind):
        for df, dr in STEPS[kind]:
            at = square
            while (at := at.offset(df, dr)).valid:
                other = self.pieces.get(at)
                if other is None or not self.mine(other):
                    yield Move(square, at)
                if other is not None or kind in "NK":
                    break
        if kind == "K":
            yield from self.castling_moves(square)

    def castling_moves(self, square):
        rank = 0 if self.white else 7
        for side, empty, path in (("K", (5, 6), (4, 5, 6)), ("Q", (1, 2, 3), (4, 3, 2))):
            if (side if self.white else side.lower()) not in self.castling:
                continue
            if any(Square(f, rank) in self.pieces for f in empty):
                continue
            if not any(self.attacked(Square(f, rank), not self.white) for f in path):
                yield Move(square, Square(path[-1], rank), special="castle")

    def pawn_moves(self, square):
        direction, start, last = (1, 1, 7) if self.white else (-1, 6, 0)
        targets = []
        one = square.offset(0, direction)
        if one not in self.pieces:
            targets.append((one, ""))
            two = one.offset(0, direction)
            if square.rank == start and two not in self.pieces:
                targets.append((two, "double"))
        for df in (-1, 1):
            at = square.offset(df, direction)
            other = self.pieces.get(at)
            if other and not self.mine(other):
                targets.append((at, ""))
            elif at == self.passant:
                targets.append((at, "passant"))
        for target, special in targets:
            if target.rank == last:
                yield from (Move(square, target, p) for p in "QRBN")
            else:
                yield Move(square, target, special=special)

    def apply(self, move):
        undo = (dict(self.pieces), set(self.castling), self.passant)
        piece = self.pieces.pop(move.source)
        self.pieces[move.target] = (move.promotion if self.white else move.promotion.lower()) or piece
        self.passant = None
        match move.special:
            case "double":
                self.passant = Square(move.source.file, (move.source.rank + move.target.rank) // 2)
            case "passant":
                del self.pieces[Square(move.target.file, move.source.rank)]
            case "castle":
                rook_from, rook_to = (7, 5) if move.target.file == 6 else (0, 3)
                self.pieces[Square(rook_to, move.source.rank)] = self.pieces.pop(Square(rook_from, move.source.rank))
        for square in (move.source, move.target):
            self.castling -= {(4, 0): {"K", "Q"}, (4, 7): {"k", "q"}, (0, 0): {"Q"}, (7, 0): {"K"}, (0, 7): {"q"}, (7, 7): {"k"}}.get(square, set())
        self.white = not self.white
        return undo

    def undo(self, saved):
        self.pieces, self.castling, self.passant = saved
        self.white = not self.white

    def moves(self):
        for move in self.pseudo_moves():
            saved = self.apply(move)
            legal = not self.attacked(self.king(not self.white), self.white)
            self.undo(saved)
            if legal:
                yield move

    def perft(self, depth):
        if depth == 0:
            return 1
        total = 0
        for move in self.moves():
            saved = self.apply(move)
            total += self.perft(depth - 1)
            self.undo(saved)
        return total

    def __str__(self):
        return "\n".join(" ".join(self.pieces.get(Square(f, r), ".") for f in range(8)) for r in range(7, -1, -1))


POSITIONS = {
    "start": "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1",
    "kiwipete": "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1",
    "endgame": "8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1",
    "promotion": "n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1",
}
for name, fen in POSITIONS.items():
    board = Board(fen)
    before = str(board)
    print(name, [board.perft(depth) for depth in (1, 2)], sorted(map(str, board.moves()))[:8])
    assert str(board) == before
board = Board(POSITIONS["start"])
for text in ("e2e4", "c7c5", "g1f3", "d7d6", "f1b5"):
    move = next(m for m in board.moves() if str(m) == text)
    board.apply(move)
print(board)
print(board.attacked(board.king(False), True), [str(m) for m in board.moves()])
