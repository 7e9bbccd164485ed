package org.yima.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yima.protocol.Form;
import org.yima.protocol.spec.CodeTable;
import org.yima.protocol.spec.Spec;

/** The SDK's words for the interface's codes, held against the tables of {@code spec/codes}. */
final class CodesTest {
  private static List<String> codes(String table) {
    return Spec.get().codes(table).codes().stream().map(CodeTable.Code::code).toList();
  }

  private static PaymentState state(String code) throws UnreadableAnswer {
    return PaymentState.read(Values.of(Form.empty().with("paystatus", code)));
  }

  @Test
  void everyBusinessTypeOfTheNationalLibraryHasAName() {
    assertThat(Arrays.stream(BusinessType.values()).map(BusinessType::code))
        .containsExactlyInAnyOrderElementsOf(codes("businesstype"));
  }

  @ParameterizedTest
  @CsvSource({
    "01101, REGISTRATION",
    "01301, SETTLEMENT",
    "01302, MEDICINE",
    "02121, PHARMACY",
    "03131, ONLINE_IDENTITY",
  })
  void aBusinessTypeIsTheOneOfItsCode(String code, BusinessType type) {
    assertThat(type.code()).isEqualTo(code);
  }

  /** An inpatient is settled after admission, not by ST007, so the third kind has no constant. */
  @Test
  void theKindsOfOrderThatCanBePaidInOneGo() {
    var all = new ArrayList<>(codes("ordertype"));
    all.remove("hishospzed");
    assertThat(Arrays.stream(OrderType.values()).map(OrderType::code))
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(OrderType.PHARMACY.code()).isEqualTo("drugsscan");
    assertThat(OrderType.OUTPATIENT.code()).isEqualTo("hissscan");
  }

  @Test
  void everyPaymentStateIsReadAndToldInTheInterfacesWords() throws Exception {
    for (CodeTable.Code code : Spec.get().codes("paystatus").codes()) {
      assertThat(state(code.code())).hasToString(code.code() + " " + code.chineseName());
    }
    assertThat(codes("paystatus")).hasSameSizeAs(PaymentState.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "6", "02", "2.0", "paid", "支付成功"})
  void anotherPaymentStateIsNotGuessed(String code) {
    assertThatExceptionOfType(UnreadableAnswer.class)
        .isThrownBy(() -> state(code))
        .withMessage("paystatus");
  }

  /** Every code of both levels has a way out; a success is not asked for one. */
  @Test
  void everyAnswerCodeHasAWayOut() {
    for (String code : codes("respcode")) {
      assertThat(Retry.ofCall(code)).as("respcode %s", code).isEqualTo(ofCall(code));
    }
    for (String code : codes("aprcode")) {
      assertThat(Retry.ofBusiness(code, "")).as("aprcode %s", code).isEqualTo(ofBusiness(code));
    }
  }

  private static Retry ofCall(String code) {
    return switch (code) {
      case "10", "13" -> Retry.CORRECTED; // malformed; the clock is wrong
      case "14", "-1" -> Retry.LATER; // too many calls; broken
      case "00", "11", "12", "15" -> Retry.NEVER; // unknown caller, wrong key, no such transaction
      default -> throw new AssertionError("a respcode that the SDK has not thought of: " + code);
    };
  }

  private static Retry ofBusiness(String code) {
    return switch (code) {
      case "10", "14", "15" -> Retry.CORRECTED; // fields, cycle, amounts
      case "12" -> Retry.NEW_CODE;
      case "18", "-1" -> Retry.LATER;
      case "00", "11", "13", "16", "17", "19" -> Retry.NEVER;
      default -> throw new AssertionError("an aprcode that the SDK has not thought of: " + code);
    };
  }

  @Test
  void everyCodeOfTheCodeServiceHasAWayOut() {
    for (String code : codes("ecerror")) {
      Retry retry = Retry.ofDecoding(code);
      assertThat(retry == Retry.NEW_CODE)
          .as("%s: the code itself was bad, so the patient shows another", code)
          .isEqualTo(List.of("2001", "2002", "2003").contains(code));
    }
  }
}
