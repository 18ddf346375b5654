from vejviser.foundation.apps import Package


class Audit(Package):
    name = "vejviser.audit"
    label = "audit"
    default = True
