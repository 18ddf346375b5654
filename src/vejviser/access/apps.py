from vejviser.foundation.apps import Package


class Access(Package):
    name = "vejviser.access"
    label = "access"
    default = True
