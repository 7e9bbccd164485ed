package org.yima.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;

/**
 * 平台明确拒绝的原因。
 *
 * <p>Why the platform said no: a stable code and number for programs, a sentence for the cashier.
 * Nothing was done.
 */
public final class Refusal {
  private static final Pattern NUMBERED = Pattern.compile("(E[0-9]{4}) (.*)", Pattern.DOTALL);

  /** 哪一层拒绝的。Who said no, and whose code it is. */
  public enum Stage {
    /** 接口未受理（respcode）。The call was not carried out; of the order it says nothing. */
    CALL,
    /** 业务拒绝（aprcode）。The transaction was refused. */
    BUSINESS,
    /** 解码失败（ec.query 的 code）。The code service could not decode. */
    DECODING
  }

  private final Stage stage;
  private final String code;
  private final String reason;
  private final String sentence;
  private final String detail;
  private final Retry retry;
  private final @Nullable Split split;

  private Refusal(Stage stage, String code, String message, String detail, @Nullable Split split) {
    this.split = split;
    Matcher numbered = NUMBERED.matcher(message);
    boolean matches = numbered.matches();
    this.stage = stage;
    this.code = code;
    this.reason = matches ? numbered.group(1) : "";
    this.sentence = matches ? numbered.group(2) : message;
    this.detail = detail.isEmpty() ? message : detail;
    this.retry = retry(stage, code, reason);
  }

  private static Retry retry(Stage stage, String code, String reason) {
    switch (stage) {
      case CALL:
        return Retry.ofCall(code);
      case BUSINESS:
        return Retry.ofBusiness(code, reason);
      default:
        return Retry.ofDecoding(code);
    }
  }

  static Refusal call(Form reply) {
    return of(Stage.CALL, reply, "respcode", "respmsg");
  }

  static Refusal business(Form reply) {
    return of(Stage.BUSINESS, reply, "aprcode", "aprtmsg");
  }

  static Refusal decoding(Form reply) {
    return of(Stage.DECODING, reply, "code", "message");
  }

  private static Refusal of(Stage stage, Form reply, String code, String message) {
    Values values = Values.of(reply);
    return new Refusal(
        stage,
        values.text(code),
        values.text(message),
        values.text("aprdetail"),
        stage == Stage.BUSINESS ? Split.ofRefusal(values) : null);
  }

  /** The order has ended without being paid, as ST009 says. */
  static Refusal ended(PaymentState state) {
    String message = "E1102 订单已处于状态" + state + "，未支付";
    return new Refusal(Stage.BUSINESS, "11", message, "", null);
  }

  /** 哪一层拒绝的。Who said no. */
  public Stage stage() {
    return stage;
  }

  /** 结果代码。The {@code respcode}, {@code aprcode} or code of the code service (decisions §4). */
  public String code() {
    return code;
  }

  /** 原因编号，如 E1203。The stable number of the reason; empty if none was given. */
  public String reason() {
    return reason;
  }

  /** 给收费员看的一句话。The sentence for the cashier, without the number. */
  public String sentence() {
    return sentence;
  }

  /** 完整说明，如全部有误的字段。All of it, where the sentence had to be cut short. */
  public String detail() {
    return detail;
  }

  /** 可以怎么办。What may be done now. */
  public Retry retry() {
    return retry;
  }

  /**
   * 现在将如何支付（ST022 以 E1507、E1506 拒绝时）；其他情况为 null。
   *
   * <p>What would be paid now, where ST022 is refused because the promise does not hold (E1507) or
   * was not named (E1506); else null. Show it, then pay with {@link Confirmation#agreeing}.
   */
  public @Nullable Split split() {
    return split;
  }

  /** In progress or broken: whether the transaction happened is not known. */
  boolean leavesOutcomeOpen() {
    return code.equals("18") || code.equals("-1");
  }

  /** The code, the number and the sentence. */
  @Override
  public String toString() {
    return code + " " + (reason.isEmpty() ? "" : reason + " ") + sentence;
  }
}
