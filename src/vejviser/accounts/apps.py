from vejviser.foundation.apps import Package


class Accounts(Package):
    name = "vejviser.accounts"
    label = "accounts"
    default = True
