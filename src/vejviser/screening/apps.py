from vejviser.foundation.apps import Package


class Screening(Package):
    name = "vejviser.screening"
    label = "screening"
    default = True
