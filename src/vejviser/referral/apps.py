from vejviser.foundation.apps import Package


class Referral(Package):
    name = "vejviser.referral"
    label = "referral"
    default = True
