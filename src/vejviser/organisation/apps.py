from vejviser.foundation.apps import Package


class Organisation(Package):
    name = "vejviser.organisation"
    label = "organisation"
    default = True
