package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.settlement.MedicalType.Order;

/** The codes of 4.2 and 4.6; 14 and 16 depend on the kind of order. */
class MedicalTypeTest {

  @ParameterizedTest
  @CsvSource({
    "11, OUTPATIENT",
    "12, SPECIAL_DISEASE",
    "15, SPECIAL_DISEASE",
    "13, CHRONIC_DISEASE",
    "18, CHRONIC_DISEASE",
    "19, DIALYSIS",
    "41, BLOOD_AND_PERITONEAL_DIALYSIS",
    "111, REGISTRATION",
    "141, ACCOUNT_ONLY",
    "51, MATERNITY_OUTPATIENT",
    "21, INPATIENT",
    "23, TRANSFER_INPATIENT",
    "25, SPECIAL_DISEASE_INPATIENT",
    "26, SPECIAL_DISEASE_INPATIENT",
    "27, SPECIAL_DISEASE_TRANSFER",
    "29, TRANSFER_DISCHARGE",
    "22, PSYCHIATRIC_INPATIENT",
    "24, FIXED_PRICE_INPATIENT",
    "52, MATERNITY_INPATIENT",
  })
  void mostCodesMeanTheSameInEveryOrder(String code, MedicalType type) {
    for (Order order : Order.values()) {
      assertThat(MedicalType.of(order, code)).contains(type);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PHARMACY,   14, PHARMACY,                     定点药店购药",
    "OUTPATIENT, 14, EMERGENCY,                    急诊抢救",
    "INPATIENT,  14, EMERGENCY,                    急诊抢救",
    "OUTPATIENT, 16, EMERGENCY,                    急诊抢救",
    "PHARMACY,   16, EMERGENCY,                    急诊抢救",
    "INPATIENT,  16, RESIDENT_MATERNITY_INPATIENT, 生育保险住院",
  })
  void twoCodesDependOnTheOrder(Order order, String code, MedicalType type, String chinese) {
    assertThat(MedicalType.of(order, code)).contains(type);
    assertThat(type.chinese()).isEqualTo(chinese);
  }

  /** A stay has an order type of its own. */
  @ParameterizedTest
  @CsvSource({
    "OUTPATIENT,           11,  false",
    "PHARMACY,             14,  false",
    "ACCOUNT_ONLY,         141, false",
    "MATERNITY_OUTPATIENT, 51,  false",
    "INPATIENT,            21,  true",
    "TRANSFER_INPATIENT,   23,  true",
    "MATERNITY_INPATIENT,  52,  true",
  })
  void aStayIsNoVisit(MedicalType type, String code, boolean stay) {
    assertThat(type.isStay()).isEqualTo(stay);
    assertThat(type.code()).isEqualTo(code);
  }

  @Test
  void noOtherCodeExists() {
    for (String code : List.of("", "0", "10", "99", "011", "11 ")) {
      assertThat(MedicalType.of(Order.OUTPATIENT, code)).isEmpty();
    }
  }

  @Test
  void fourNeedAnApproval() {
    var need = EnumSet.allOf(MedicalType.class);
    need.removeIf(type -> !type.needsApproval());
    assertThat(need)
        .containsExactlyInAnyOrder(
            MedicalType.SPECIAL_DISEASE,
            MedicalType.CHRONIC_DISEASE,
            MedicalType.DIALYSIS,
            MedicalType.BLOOD_AND_PERITONEAL_DIALYSIS);
  }
}
