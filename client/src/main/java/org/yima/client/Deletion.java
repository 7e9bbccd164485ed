package org.yima.client;

import org.yima.protocol.spec.Amounts;

/**
 * 删除未结算的费用明细（ST032）：全部、一条，或一条的一部分。
 *
 * <p>Takes pending charges of a stay back: all, one line, or a part of a line. Its number is the
 * hospital's and used once: the same number again is the same deletion. Immutable.
 */
public final class Deletion {
  private final Fields fields;

  private Deletion(Fields fields) {
    this.fields = fields;
  }

  /** 删除全部未结算明细。All that is pending. */
  public static Deletion ofAll(String number) {
    return new Deletion(Fields.of("ST032.request").put("cancelno", number));
  }

  /**
   * 删除一条明细。One line.
   *
   * @param serial 记账流水号 {@code bkc028}: {@link SettledLine#serial}
   */
  public static Deletion ofLine(String number, String serial) {
    Deletion all = ofAll(number);
    return new Deletion(all.fields.put("bkc028", serial));
  }

  /**
   * 删除一条明细的一部分。A part of a line.
   *
   * @param quantity 删除数量 {@code cancelnum}, at most two decimals
   * @param amountFen 删除金额 {@code cancelamt}, in fen
   */
  public static Deletion ofPart(String number, String serial, String quantity, long amountFen) {
    Deletion line = ofLine(number, serial);
    return new Deletion(
        line.fields.put("cancelnum", quantity).put("cancelamt", Amounts.text(amountFen)));
  }

  /** 删除原因 {@code reason}。Why. */
  public Deletion because(String reason) {
    return new Deletion(fields.copy().put("reason", reason));
  }

  Fields fields() {
    return fields.copy();
  }
}
