"""An uncaught AttributeError with a suggestion."""


class Robot:
    def move_forward(self):
        print("moving")


robot = Robot()
robot.move_forward()
robot.move_foward()
