package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.yima.client.ScriptedPlatform.answer;
import static org.yima.client.ScriptedPlatform.coded;
import static org.yima.client.ScriptedPlatform.done;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.spec.FieldFault;
import org.yima.securitypkg.Suite;

/** Every transaction once, over real HTTP and real keys: what is sent and what is understood. */
final class AnswersTest {
  private static SortedMap<String, String> with(Map<String, String> elements) {
    SortedMap<String, String> all = done();
    all.putAll(elements);
    return all;
  }

  @ParameterizedTest
  @EnumSource(
      value = Suite.class,
      names = {"SM", "RSA"})
  void signInThenOut(Suite suite) throws Exception {
    try (var platform = new ScriptedPlatform(suite)) {
      platform.then(answer(with(Map.of("busicycleno", "ZQ1")))).then(answer(done()));
      YimaClient client = platform.client();
      BusinessCycle cycle = client.signIn("OP1").value();
      assertThat(platform.lastTransdata())
          .isEqualTo(
              "<transdata><hospcode>99000001</hospcode><operatorid>OP1</operatorid>"
                  + "<busicycleno></busicycleno><aae139>0</aae139></transdata>");
      assertThat(cycle.number()).isEqualTo("ZQ1");
      assertThat(cycle.operator()).isEqualTo("OP1");
      assertThat(client.signOut(cycle).isDone()).isTrue();
      assertThat(platform.lastTransdata())
          .isEqualTo(
              "<transdata><hospcode>99000001</hospcode><operatorid>OP1</operatorid>"
                  + "<busicycleno>ZQ1</busicycleno></transdata>");
    }
  }

  @Test
  void signInOutOfRegion() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(answer(with(Map.of("busicycleno", "ZQ2"))));
      BusinessCycle cycle = platform.client().signInOutOfRegion("OP1").value();
      assertThat(cycle.isOutOfRegion()).isTrue();
      assertThat(platform.lastTransdata()).contains("<aae139>1</aae139>");
    }
  }

  @Test
  void decode() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(
          answer(
              with(
                  Map.of(
                      "code", "0",
                      "message", "成功",
                      "idno", "990001199001010015",
                      "idtype", "01",
                      "username", "测试甲",
                      "ectoken", "990001TOKEN",
                      "insuorg", "990001"))));
      Credential credential =
          platform
              .client()
              .decode("9900010000000000000000000001", BusinessType.SETTLEMENT, "OP1")
              .value();
      assertThat(platform.lastTransdata())
          .isEqualTo(
              "<transdata><transType>ec.query</transType><orgId>99000001</orgId><data>"
                  + "<orgId>99000001</orgId><businessType>01301</businessType>"
                  + "<operatorId>OP1</operatorId>"
                  + "<ecQrCode>9900010000000000000000000001</ecQrCode></data></transdata>");
      assertThat(credential).usingRecursiveComparison().isEqualTo(Samples.credential());
      assertThat(credential.toString()).isEqualTo("credential");
    }
  }

  @Test
  void aCodeThatRanOutIsARefusalOfTheCodeService() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(answer(with(Map.of("code", "2002", "message", "二维码已过期，请患者刷新"))));
      Refusal refusal = platform.client().decode("28", BusinessType.REGISTRATION, "OP1").refusal();
      assertThat(refusal.stage()).isEqualTo(Refusal.Stage.DECODING);
      assertThat(refusal.retry()).isEqualTo(Retry.NEW_CODE);
      assertThat(refusal).hasToString("2002 二维码已过期，请患者刷新");
    }
  }

  @Test
  void identify() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(
          answer(
              with(
                  Map.of(
                      "bac001", "9900000001",
                      "aaz500", "K990000001",
                      "aac003", "测试甲",
                      "aac002", "990001199001010015",
                      "aac066", "在职职工",
                      "aaa027", "990001",
                      "bac048", "0100.50",
                      "akc023", "36"))));
      InsuredPerson person = platform.client().identify(Samples.credential()).value();
      assertThat(platform.lastTransdata())
          .startsWith("<transdata><ecrcode>9900010000000000000000000001</ecrcode><ectoken>");
      assertThat(person.memberNumber()).isEqualTo("9900000001");
      assertThat(person.cardNumber()).isEqualTo("K990000001");
      assertThat(person.name()).isEqualTo("测试甲");
      assertThat(person.idNumber()).isEqualTo("990001199001010015");
      assertThat(person.category()).isEqualTo("在职职工");
      assertThat(person.balanceFen()).isEqualTo(100_50);
      assertThat(person.field("akc023")).isEqualTo("36");
      assertThat(person).hasToString("insured person of 990001");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,PAYING,false",
    "2,PAID,false",
    "3,FAILED,true",
    "4,CANCELLED,true",
    "5,REFUNDED,true"
  })
  void query(String code, PaymentState state, boolean ended) throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(answer(Samples.state(code)));
      OrderStatus status = platform.client().query("DD0001").value();
      assertThat(platform.lastTransdata())
          .isEqualTo("<transdata><orderid>DD0001</orderid></transdata>");
      assertThat(status.state()).isEqualTo(state);
      assertThat(status.state().isEndedUnpaid()).isEqualTo(ended);
      assertThat(status.amountFen()).isEqualTo(84_00);
      assertThat(status.orderedAt()).isEqualTo(LocalDateTime.of(2026, 3, 2, 10, 0));
      assertThat(status.payment() != null).isEqualTo(state == PaymentState.PAID);
    }
  }

  @Test
  void aRefusalIsAnAnswer() throws Exception {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      var reply = coded("00", "14", "E1404 业务周期已超时，请先对账签退再签到");
      reply.put("aprdetail", "业务周期已超时：ZQ0");
      platform.then(answer(reply));
      Answer<BusinessCycle> answer = platform.client().signIn("OP1");
      assertThat(answer.isDone()).isFalse();
      assertThat(answer.refusal().sentence()).isEqualTo("业务周期已超时，请先对账签退再签到");
      assertThat(answer.refusal().detail()).isEqualTo("业务周期已超时：ZQ0");
      assertThatIllegalStateException().isThrownBy(answer::value).withMessageContaining("E1404");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"respcode", "aprcode", "busicycleno"})
  void whatMissesItsMainElementIsNoAnswer(String missing) {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      var reply = with(Map.of("busicycleno", "ZQ1"));
      reply.remove(missing);
      platform.then(answer(reply));
      assertThatExceptionOfType(UnknownOutcome.class)
          .isThrownBy(() -> platform.client().signIn("OP1"))
          .withMessageStartingWith("ST001 未收到可信的应答")
          .withMessageEndingWith(missing);
    }
  }

  @Test
  void thePlatformsPlainWordsAreTold() {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      platform.then(platform.unopened());
      assertThatExceptionOfType(UnknownOutcome.class)
          .isThrownBy(() -> platform.client().signIn("OP1"))
          .withMessageContaining("12 无法解密或验签");
    }
  }

  @Test
  void anHttpFaultIsNoAnswer() {
    try (var platform = new ScriptedPlatform(Suite.RSA)) {
      var stranger = new YimaClientBuilder(platform.uri(), Cast.kit(Suite.SM), "99000001", "测试医院");
      assertThatExceptionOfType(UnknownOutcome.class)
          .isThrownBy(() -> stranger.build().signIn("OP1"))
          .withMessageContaining("HTTP status 599");
    }
  }

  @Test
  void badFieldsAreNamedTogetherAndNothingIsSent() {
    try (var platform = new ScriptedPlatform(Suite.SM)) {
      assertThatExceptionOfType(InvalidRequest.class)
          .isThrownBy(
              () -> platform.client().identify(new Credential("", "t\nx", "123", "", "测试甲")))
          .satisfies(e ->
              assertThat(e.faults().stream().map(FieldFault::toString))
                  .containsExactly(
                      "ecrcode MISSING",
                      "ectoken CONTROL_CHARACTER",
                      "idtype TOO_LONG",
                      "idno MISSING"))
          .withMessageContaining("电子凭证二维码(ecrcode)不能为空");
      assertThat(platform.calls()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.invalid/gateway", "/gateway"})
  void onlyHttpAddresses(String address) {
    Suite suite = Suite.SM;
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> new YimaClientBuilder(URI.create(address), Cast.kit(suite), "99000001", "测试医院"))
        .withMessageContaining(address);
  }
}
