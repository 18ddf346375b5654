from vejviser.foundation.apps import Package


class Worklist(Package):
    name = "vejviser.worklist"
    label = "worklist"
    default = True
