package org.yima.client;

import java.time.LocalDateTime;
import org.yima.protocol.spec.Amounts;
import org.yima.protocol.spec.DateTimes;

/**
 * 住院预结算的请求（ST034）。
 *
 * <p>What of a stay is to be settled: all that is pending, or what was charged up to a time. Moves
 * nothing; it is then paid with {@link Confirmation#agreeing}. Immutable.
 */
public final class Presettlement {
  private final Fields fields;

  private Presettlement(Fields fields) {
    this.fields = fields;
  }

  /**
   * 预结算全部未结算费用。All that is pending.
   *
   * @param totalFen 医疗费总额 {@code akc264}, as the hospital has it; it must agree to the fen
   */
  public static Presettlement of(long totalFen) {
    return new Presettlement(Fields.of("ST034.request").put("akc264", Amounts.text(totalFen)));
  }

  /** 中途结算：只结到此时刻 {@code endtime}（北京时间）。In parts: only what was charged until then. */
  public Presettlement until(LocalDateTime time) {
    return with("endtime", DateTimes.text(time));
  }

  /** 个人账户最多支出 {@code akc255}，单位分。The most that the account may pay. */
  public Presettlement accountAtMost(long fen) {
    return with("akc255", Amounts.text(fen));
  }

  /** 本次结算的订单号 {@code orderid}；不填则用登记的订单号。A number of its own for this part. */
  public Presettlement order(String number) {
    return with("orderid", number);
  }

  private Presettlement with(String name, String value) {
    return new Presettlement(fields.copy().put(name, value));
  }

  Fields fields() {
    return fields.copy();
  }
}
