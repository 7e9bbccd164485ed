package org.yima.platform.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.bill.OrderContent;

/**
 * One stay as it is registered.
 *
 * @param number 登记编号 {@code akc190}
 * @param orderNo ST023's
 * @param validCode 订单防伪码, asked for when it is withdrawn
 * @param inDate 入院日期
 * @param outDate 出院日期; null: not yet known
 */
public record Admission(
    String number,
    String orderNo,
    State state,
    boolean outOfRegion,
    Inpatient person,
    String validCode,
    LocalDate inDate,
    @Nullable LocalDate outDate,
    StayContent content) {

  /** Where an admission stands. */
  public enum State {
    OPEN("1", "登记在院"),
    SETTLED("2", "已结算"),
    WITHDRAWN("3", "已退院");

    private final String code;
    private final String chinese;

    State(String code, String chinese) {
      this.code = code;
      this.chinese = chinese;
    }

    static State of(String code) {
      return values()[code.charAt(0) - '1'];
    }

    public String code() {
      return code;
    }

    @Override
    public String toString() {
      return code + " " + chinese;
    }
  }

  /** Who is in hospital. */
  public record Inpatient(String district, String number) {}

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** The day whose rules decide: the last one, or as long as it is not known today. */
  public LocalDate billDate(LocalDate today) {
    return Objects.requireNonNullElse(outDate, today);
  }

  /** The stay as a bill of one day. */
  public OrderContent bill(LocalDate day, List<ChargeLine> lines) {
    return new OrderContent(
        content.medicalType(),
        content.inpatientNo(),
        content.caseNo(),
        content.operator(),
        day,
        content.disease(),
        number,
        lines);
  }

  Admission with(@Nullable LocalDate from, @Nullable LocalDate until, StayContent changed) {
    return new Admission(
        number,
        orderNo,
        state,
        outOfRegion,
        person,
        validCode,
        Objects.requireNonNullElse(from, inDate),
        until,
        changed);
  }

  @Override
  public String toString() {
    return "admission " + number;
  }
}
