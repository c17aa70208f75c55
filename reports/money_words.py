"""The words papers use for money in and out (收款, 退款, 现金, 转账 …)."""

from models.ledger_entry import EntryKind, PayMethod

METHODS = {
    PayMethod.CASH: "现金",
    PayMethod.TRANSFER: "转账",
    PayMethod.WECHAT: "微信",
    PayMethod.ALIPAY: "支付宝",
    PayMethod.CARD: "刷卡",
    PayMethod.OTHER: "其他",
}
ENTRY_KINDS = {
    EntryKind.CHARGE: "应收",
    EntryKind.WAIVE: "减免",
    EntryKind.PAY: "收款",
    EntryKind.REFUND: "退款",
    EntryKind.ADJUST: "调整",
}
NO_VOUCHER = "本单不作报销凭证、不代替发票"
"""What stands on every paper about money that Finance has not receipted."""
