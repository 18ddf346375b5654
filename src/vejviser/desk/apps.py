from vejviser.foundation.apps import Package


class Desk(Package):
    name = "vejviser.desk"
    label = "desk"
    default = True
