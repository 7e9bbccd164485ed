package org.yima.platform.admission;

import org.yima.settlement.Money;

/** A charge of which something is taken away, and what is left of it. */
record Deletion(
    Charge charge, Quantity quantityLeft, Money amountLeft, Money upfrontLeft, Money selfPaidLeft) {

  boolean isWhole() {
    return quantityLeft.isZero() && amountLeft.isZero();
  }

  Remainder remainder() {
    return new Remainder(charge.serial(), quantityLeft, amountLeft, upfrontLeft, selfPaidLeft);
  }
}
