package org.yima.platform.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.platform.admission.Admission.Inpatient;
import org.yima.platform.admission.Admission.State;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.Samples;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Money;

/** A stay: its states, its day, its words, its charges. */
class AdmissionTest {
  private static final StayContent CONTENT =
      new StayContent(
          "21",
          "ZY0001",
          "BL0001",
          "内科",
          "J18.9",
          "测试诊断",
          "",
          "OP01",
          "",
          List.of(List.of("I10", "测试其他诊断"), List.of("E11", "")));

  private static Admission stay(String type, @Nullable LocalDate out) {
    var content =
        new StayContent(type, "ZY0001", "BL0001", "", "F20", "", "", "OP01", "", List.of());
    return new Admission(
        "20240315000000000001",
        "DD0001",
        State.OPEN,
        false,
        new Inpatient("530400", "5304000001"),
        "code",
        Samples.DAY,
        out,
        content);
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void a_state_is_read_as_it_is_written(State state) {
    assertThat(State.of(state.code())).isEqualTo(state);
    assertThat(state.toString()).startsWith(state.code() + " ");
  }

  /** The discharge decides the rules; as long as it is not known, today does. */
  @ParameterizedTest
  @CsvSource({"2024-03-20, 2024-03-20", ", 2024-04-01"})
  void the_day_of_its_bill(@Nullable LocalDate out, LocalDate day) {
    assertThat(stay("21", out).billDate(LocalDate.of(2024, 4, 1))).isEqualTo(day);
  }

  @Test
  void its_words_come_back_as_they_were() {
    assertThat(StayContent.unpack(CONTENT.pack())).isEqualTo(CONTENT);
  }

  /** Not even in a log that somebody writes carelessly. */
  @Test
  void a_diagnosis_is_not_printed() {
    assertThat(CONTENT.toString()).doesNotContain("诊断", "J18.9", "I10");
    assertThat(stay("21", null).toString()).doesNotContain("F20");
  }

  @Test
  void its_file_is_numbered_with_the_first_charges() {
    StayContent filed = CONTENT.filed("BL0002", "OP02");
    assertThat(filed.caseNo()).isEqualTo("BL0002");
    assertThat(filed.operator()).isEqualTo("OP02");
    assertThat(filed.diagnoses()).isEqualTo(CONTENT.diagnoses());
    assertThat(filed.disease()).isEqualTo("J18.9");
  }

  @Test
  void as_a_bill_it_carries_its_number() {
    OrderContent bill = stay("21", null).bill(Samples.DAY, List.of());
    assertThat(bill.admissionNo()).isEqualTo("20240315000000000001");
    assertThat(OrderContent.unpack(bill.pack())).isEqualTo(bill);
  }

  /** 4.6: 22, 24 and 16 need a code of ka19; others do not. */
  @ParameterizedTest
  @CsvSource({
    "21, true,  true",
    "21, false, true",
    "22, true,  false",
    "22, false, true",
    "24, true,  false",
    "16, true,  false",
    "16, false, true",
    "52, true,  true",
  })
  void some_types_need_a_listed_disease(String type, boolean unlisted, boolean accepted) {
    var outcome = Diseases.bill(stay(type, null), Samples.DAY, List.of(), unlisted);
    assertThat(outcome instanceof org.yima.platform.transaction.Outcome.Done)
        .as(MedicalType.of(MedicalType.Order.INPATIENT, type).orElseThrow().chinese())
        .isEqualTo(accepted);
  }

  @Test
  void a_charge_is_settled_as_what_is_left_of_it() {
    ChargeLine entered = Samples.line("CF1", "1", "A", "10.00");
    var charge =
        new Charge(
            42,
            entered,
            LocalDateTime.of(2024, 3, 15, 8, 0),
            Quantity.of("6"),
            Money.of("6.00"),
            "00");
    assertThat(charge.serial()).isEqualTo("0000000000000000042").hasSize(19);
    ChargeLine left = charge.line();
    assertThat(left.quantity()).isEqualTo("6.00");
    assertThat(left.amount()).isEqualTo(Money.of("6.00"));
    assertThat(left.serial()).isEqualTo(charge.serial());
    assertThat(left.itemCode()).isEqualTo(entered.itemCode());
    assertThat(ChargeLine.unpack(left.pack())).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00, true", "1, 0.00, false", "0, 1.00, false"})
  void a_line_is_gone_when_nothing_is_left(String quantity, Money amount, boolean whole) {
    var charge =
        new Charge(
            42,
            Samples.line("CF1", "1", "A", "10.00"),
            LocalDateTime.of(2024, 3, 15, 8, 0),
            Quantity.of("10"),
            Money.of("10.00"),
            "00");
    var deletion = new Deletion(charge, Quantity.of(quantity), amount, Money.ZERO, Money.ZERO);
    assertThat(deletion.isWhole()).isEqualTo(whole);
    assertThat(deletion.remainder().serial()).isEqualTo(charge.serial());
    assertThat(deletion.remainder().amount()).isEqualTo(amount);
  }
}
