package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.securitypkg.Call;
import org.yima.securitypkg.CannotOpen;

/** Calls that are opened and proven but not carried out: the caller alone learns what is wrong. */
@ExtendWith(Scene.Shared.class)
class ProvenCallerTest {
  @ParameterizedTest(name = "时钟相差 {0} 秒")
  @ValueSource(ints = {-301, 301, -86_400})
  void aStaleTimestampIsSaidToTheCallerAlone(int seconds, Scene scene) {
    scene.clock.set(Scene.MORNING.plusSeconds(seconds));
    Call call = scene.hospital().kit().seal("ST009", query());
    scene.clock.set(Scene.MORNING);
    Map<String, String> before = scene.tables.contents();
    Form reply = opened(scene, call);
    assertThat(RefusalTest.elements(reply))
        .isEqualTo(
            Map.of(
                "respcode", "13",
                "respmsg", "报文时间与平台时间相差过大，请校准时钟 timestamp outside the window",
                "transtype", "ST009"));
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  /** Nothing is wrong with the messages of {@link ByHand}, whatever it leaves out or adds. */
  @Test
  void aMessageMadeByHandIsReadLikeTheKits(Scene scene) throws Exception {
    assertThat(said(scene, Map.of())).isEqualTo("E1101 没有此订单");
    assertThat(said(scene, Map.of("hospcode", Scene.TOWNSHIP_RSA))).isEqualTo("E1101 没有此订单");
    assertThat(said(scene, Map.of("devicemodel", "KX-1", "Channel", "07")))
        .as("keys that the interface does not know are signed along")
        .isEqualTo("E1101 没有此订单");
    assertThat(said(scene, Map.of("hospcode", Scene.HOSPITAL)))
        .as("another institution's hospcode")
        .isEqualTo("E1002 定点代码与签名机构不符");
  }

  private static String said(Scene scene, Map<String, String> changes) throws Exception {
    var hand = new ByHand(scene);
    Form form = hand.signed(hand.inner("ST009", query(), changes));
    byte[] answer = scene.hospital().post(hand.sealed("ST009", ByHand.raw(form))).body();
    return String.valueOf(hand.open(answer).get("aprtmsg"));
  }

  private static Form opened(Scene scene, Call call) {
    try {
      return scene.hospital().kit().open(scene.hospital().post(call.body()).body(), call);
    } catch (CannotOpen e) {
      throw new AssertionError(e.fault().name(), e);
    }
  }

  static Stream<Proven> proven() {
    return Stream.of(
        new Proven(
            "没有的交易",
            "15 交易编码或版本不支持 unknown transaction or version：transtype",
            "ST555",
            query(),
            Map.of()),
        new Proven(
            "版本 2.0",
            "15 交易编码或版本不支持 unknown transaction or version：version 应为 1.0",
            "ST009",
            query(),
            Map.of("version", "2.0")),
        xml("XML 炸弹", "DTD", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"bb\">]>" + query()),
        xml("外部实体", "DTD", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + query()),
        xml("未声明的实体", "ENTITY", "<transdata><orderid>&x;</orderid></transdata>"),
        xml(
            "嵌套过深",
            "TOO_DEEP",
            "<transdata>" + "<a>".repeat(40) + "</a>".repeat(40) + "</transdata>"),
        xml("文本过长", "TEXT_TOO_LONG", query().replace("N0", "9".repeat(70_000))),
        xml("没有结束标签", "BAD_XML", "<transdata><orderid></transdata>"),
        xml("处理指令", "PROCESSING_INSTRUCTION", "<transdata><?php x?></transdata>"),
        new Proven(
            "根元素不对",
            "10 报文格式错误 malformed message：transdata 的根元素应为 <transdata>",
            "ST009",
            "<other></other>",
            Map.of()));
  }

  private static Proven xml(String label, String fault, String transdata) {
    return new Proven(label, "10 … [" + fault + "]", "ST009", transdata, Map.of());
  }

  /** {@code …} stands for the fault's own words and place. */
  record Proven(
      String label,
      String answer,
      String transtype,
      String transdata,
      Map<String, String> changes) {
    @Override
    public String toString() {
      return label + " → R" + answer.substring(0, 2);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proven")
  void aProvenCallerIsToldWhatIsWrong(Proven bad, Scene scene) throws Exception {
    var hand = new ByHand(scene);
    Form form = hand.signed(hand.inner(bad.transtype(), bad.transdata(), bad.changes()));
    Map<String, String> before = scene.tables.contents();
    byte[] answer = scene.hospital().post(hand.sealed(bad.transtype(), ByHand.raw(form))).body();
    Map<String, String> said = new TreeMap<>(RefusalTest.elements(hand.open(answer)));
    String text = said.remove("respcode") + " " + said.remove("respmsg");
    if (bad.answer().contains("…")) {
      assertThat(text)
          .startsWith("10 报文格式错误 malformed message：")
          .endsWith(bad.answer().substring(5));
    } else {
      assertThat(text).isEqualTo(bad.answer());
    }
    assertThat(said).isEqualTo(Map.of("transtype", bad.transtype()));
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  private static String query() {
    return "<transdata><orderid>N0</orderid></transdata>";
  }
}
