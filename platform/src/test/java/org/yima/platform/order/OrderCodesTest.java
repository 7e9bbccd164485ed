package org.yima.platform.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.bill.OrderType;
import org.yima.protocol.spec.CodeTable;
import org.yima.protocol.spec.Spec;
import org.yima.settlement.MedicalType;

/** Codes of orders: types (4.1) and states (4.3). */
class OrderCodesTest {
  @ParameterizedTest
  @CsvSource({
    "drugsscan,  PHARMACY,   PHARMACY,   false, true",
    "hissscan,   OUTPATIENT, OUTPATIENT, true,  false",
    "hisscan,    OUTPATIENT, OUTPATIENT, true,  false",
    "hishospzed, INPATIENT,  INPATIENT,  true,  false",
  })
  void a_type_says_where_it_comes_from_and_how_codes_are_read(
      String wire, OrderType type, MedicalType.Order medical, boolean hospital, boolean pharmacy) {
    assertThat(OrderType.of(wire)).contains(type);
    assertThat(type.medical()).isEqualTo(medical);
    assertThat(type.fits(Places.hospital("99000101", 3))).isEqualTo(hospital);
    assertThat(type.fits(Places.pharmacy("99000201"))).isEqualTo(pharmacy);
  }

  @ParameterizedTest
  @CsvSource({"''", "HISSSCAN", "hissscan2", "drugs"})
  void other_codes_are_no_type(String wire) {
    assertThat(OrderType.of(wire)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, PAYING,    1 正在支付",
    "2, PAID,      2 支付成功",
    "3, FAILED,    3 支付失败",
    "4, CANCELLED, 4 支付已取消",
    "5, REFUNDED,  5 支付已退费",
  })
  void a_state_prints_as_the_interface_names_it(String code, OrderState state, String printed) {
    assertThat(OrderState.of(code)).isEqualTo(state).hasToString(printed);
    assertThat(state.code()).isEqualTo(code);
  }

  @Test
  void the_codes_are_those_of_the_tables() {
    CodeTable types = Spec.get().codes("ordertype");
    for (OrderType type : OrderType.values()) {
      assertThat(find(types, type.wire())).isNotNull();
    }
    CodeTable states = Spec.get().codes("paystatus");
    for (OrderState state : OrderState.values()) {
      CodeTable.Code code = find(states, state.code());
      assertThat(code).isNotNull();
      assertThat(state.code() + " " + code.chineseName()).isEqualTo(state.toString());
    }
  }

  private static CodeTable.@Nullable Code find(CodeTable table, String code) {
    return table.codes().stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
  }
}
