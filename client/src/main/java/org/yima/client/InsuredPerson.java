package org.yima.client;

import org.yima.protocol.Form;

/**
 * 参保人信息（ST020 应答，3.1.3 节）。
 *
 * <p>Who showed the code and how they are insured: the reply of ST020, section 3.1.3. {@code
 * toString} shows nothing personal.
 */
public final class InsuredPerson {
  private final Values values;
  private final long balanceFen;

  private InsuredPerson(Values values, long balanceFen) {
    this.values = values;
    this.balanceFen = balanceFen;
  }

  static InsuredPerson read(Form reply) throws UnreadableAnswer {
    Values values = Values.of(reply);
    values.required("bac001");
    return new InsuredPerson(values, values.fenOrZero("bac048"));
  }

  /** 个人编码 {@code bac001}。The number by which the insurance knows the person. */
  public String memberNumber() {
    return field("bac001");
  }

  /** 卡号 {@code aaz500}。Card number. */
  public String cardNumber() {
    return field("aaz500");
  }

  /** 姓名 {@code aac003}。Name. */
  public String name() {
    return field("aac003");
  }

  /** 身份证号码 {@code aac002}。Id number. */
  public String idNumber() {
    return field("aac002");
  }

  /** 参保身份 {@code aac066}。How the person is insured, as the platform words it. */
  public String category() {
    return field("aac066");
  }

  /** 统筹区编码 {@code aaa027}。The six-digit district that insures the person. */
  public String district() {
    return field("aaa027");
  }

  /** 账户余额 {@code bac048}，单位分。Balance of the personal account, in fen. */
  public long balanceFen() {
    return balanceFen;
  }

  /** 按接口名取任一字段。Any element of 3.1.3 by its wire name; empty if it is missing. */
  public String field(String wireName) {
    return values.text(wireName);
  }

  @Override
  public String toString() {
    return "insured person of " + district();
  }
}
