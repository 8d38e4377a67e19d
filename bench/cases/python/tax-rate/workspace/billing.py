class Invoice:
    def __init__(self, rate):
        self.rate = rate
        self.amounts = []

    def add(self, amount):
        self.amounts.append(amount)

    def net(self):
        return sum(self.amounts)

    def tax(self):
        return round(self.net() * rate / 100)

    def gross(self):
        return self.net() + self.tax()
