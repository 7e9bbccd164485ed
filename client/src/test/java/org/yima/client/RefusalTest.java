package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Form;

/** What a refusal tells a program and a cashier. */
final class RefusalTest {
  private static Form form(String code, String message) {
    return Form.empty().with("aprcode", code).with("aprtmsg", message);
  }

  @ParameterizedTest
  @CsvSource({
    // code, message,                         number, sentence,               what may be done
    "10, E1001 报文字段有误：订单金额,           E1001,  报文字段有误：订单金额,      CORRECTED",
    "11, E1101 没有此订单,                     E1101,  没有此订单,              CORRECTED",
    "11, E1102 订单已处于状态4,                E1102,  订单已处于状态4,          NEVER",
    "11, E1103 订单已超过其超时时间,            E1103,  订单已超过其超时时间,      NEVER",
    "12, E1203 二维码已过期,                   E1203,  二维码已过期,            NEW_CODE",
    "13, E1301 证件或姓名不符,                 E1301,  证件或姓名不符,          CORRECTED",
    "13, E1303 没有参保记录,                   E1303,  没有参保记录,            NEVER",
    "14, E1403 业务周期已签退,                 E1403,  业务周期已签退,          CORRECTED",
    "14, E1406 有未完成的订单,                 E1406,  有未完成的订单,          LATER",
    "15, E1501 金额不符,                      E1501,  金额不符,               CORRECTED",
    "16, E1602 待遇已冻结,                    E1602,  待遇已冻结,              NEVER",
    "16, E1605 没有适用的政策,                 E1605,  没有适用的政策,           LATER",
    "17, E1701 订单号已用,                    E1701,  订单号已用,              NEVER",
    "18, E1801 正在处理,                      E1801,  正在处理,               LATER",
    "19, 其他原因,                            '',     其他原因,               NEVER",
    "-1, E9901 系统异常,                      E9901,  系统异常,               LATER",
  })
  void ofTheTransaction(String code, String message, String number, String sentence, Retry retry) {
    Refusal refusal = Refusal.business(form(code, message));
    assertThat(refusal.stage()).isEqualTo(Refusal.Stage.BUSINESS);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.reason()).isEqualTo(number);
    assertThat(refusal.sentence()).isEqualTo(sentence);
    assertThat(refusal.detail()).isEqualTo(message);
    assertThat(refusal.retry()).isEqualTo(retry);
    assertThat(refusal).hasToString(code + " " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "10,CORRECTED",
    "11,NEVER",
    "12,NEVER",
    "13,CORRECTED",
    "14,LATER",
    "15,NEVER",
    "-1,LATER"
  })
  void ofTheCall(String code, Retry retry) {
    Refusal refusal = Refusal.call(Form.empty().with("respcode", code).with("respmsg", "说明"));
    assertThat(refusal.stage()).isEqualTo(Refusal.Stage.CALL);
    assertThat(refusal.retry()).isEqualTo(retry);
  }

  @ParameterizedTest
  @CsvSource({
    "1001,CORRECTED",
    "2001,NEW_CODE",
    "2002,NEW_CODE",
    "2003,NEW_CODE",
    "2004,NEVER",
    "2007,NEVER",
    "-1,LATER"
  })
  void ofTheCodeService(String code, Retry retry) {
    Refusal refusal = Refusal.decoding(Form.empty().with("code", code).with("message", "说明"));
    assertThat(refusal.stage()).isEqualTo(Refusal.Stage.DECODING);
    assertThat(refusal.retry()).isEqualTo(retry);
  }

  @Test
  void ofAnOrderThatEnded() {
    assertThat(Refusal.ended(PaymentState.REFUNDED)).hasToString("11 E1102 订单已处于状态5 支付已退费，未支付");
  }
}
