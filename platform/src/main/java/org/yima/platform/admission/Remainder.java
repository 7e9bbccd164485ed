package org.yima.platform.admission;

import org.yima.settlement.Money;

/**
 * What is left of a charge line after a deletion, as ST032 answers it.
 *
 * @param serial 记账流水号
 * @param upfront 剩余挂钩自付金额
 * @param selfPaid 剩余全自费金额
 */
record Remainder(String serial, Quantity quantity, Money amount, Money upfront, Money selfPaid) {}
