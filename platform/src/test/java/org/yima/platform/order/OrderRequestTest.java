package org.yima.platform.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.bill.OrderType;
import org.yima.platform.bill.Samples;
import org.yima.platform.order.PaymentOrder.Codes;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Refusal;
import org.yima.protocol.Element;

/** A new order as ST007 and ST021 send it: whether it may come from here, and in time. */
class OrderRequestTest {
  /** Sent at ten in Shanghai, good for 30 minutes. */
  private static OrderRequest request(String type, String minutes, String callback) {
    return OrderRequest.read(
        Element.of(
            "transdata",
            List.of(
                Element.text("ordertype", type),
                Element.text("orderid", "DD0001"),
                Element.text("busicycleno", "C1"),
                Element.text("orderamt", "0012.30"),
                Element.text("ordertime", "2024-03-15 10:00:00"),
                Element.text("orderovertime", minutes),
                Element.text("backurl", callback),
                Element.text("pname", "测试甲"),
                Element.text("pidno", "99000019590101123x"),
                Element.of(
                    "orderdata",
                    List.of(
                        Element.text("medicaltype", "11"),
                        Element.text("outpatienttime", "2024-03-15 09:59:00"))))));
  }

  private static Call at(String time) {
    return Places.call(Samples.CLINIC, "SYS1", Instant.parse(time));
  }

  private static String told(Optional<Refusal> refusal) {
    return refusal.map(each -> each.reason().number()).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    // sent at 02:00 UTC; the hospital's clock may be five minutes ahead of ours
    "2024-03-15T01:54:59Z, E1104",
    "2024-03-15T01:55:00Z, ''",
    "2024-03-15T02:00:00Z, ''",
    "2024-03-15T02:30:00Z, ''",
    "2024-03-15T02:30:01Z, E1103",
  })
  void it_comes_in_time(String now, String reason) {
    assertThat(told(request("hissscan", "30", "").untimely(at(now)))).isEqualTo(reason);
  }

  /** However long somebody says: a date must stay a date. */
  @ParameterizedTest
  @CsvSource({
    "1440,    2024-03-16T02:00:00Z",
    "999999,  2025-03-16T02:00:00Z",
    "9999999, 2025-03-16T02:00:00Z",
  })
  void a_time_limit_is_bounded(String minutes, Instant expires) {
    PaymentOrder order =
        request("hissscan", minutes, "")
            .order(at("2024-03-15T02:00:00Z"), new Codes("", "b"), Optional.empty());
    assertThat(order.times().expires()).isEqualTo(expires);
  }

  @ParameterizedTest
  @CsvSource({
    "hissscan,   '', ''",
    "hisscan,    '', ''",
    "drugsscan,  '', E1004",
    "hishospzed, '', E1004",
    "hissscan,   https://elsewhere.example/cb, E1003",
    "drugsscan,  https://elsewhere.example/cb, E1003",
  })
  void it_may_come_from_here(String type, String callback, String reason) {
    assertThat(told(request(type, "30", callback).misplaced(at("2024-03-15T02:00:00Z"))))
        .isEqualTo(reason);
  }

  @Test
  void it_becomes_an_order() {
    Call call = at("2024-03-15T02:00:03Z");
    PaymentOrder order =
        request("hissscan", "30", "").order(call, new Codes("v", "b"), Optional.empty());
    assertThat(order.type()).isEqualTo(OrderType.OUTPATIENT);
    assertThat(order.amount()).hasToString("12.30");
    assertThat(order.times().registered()).isEqualTo(call.at());
    assertThat(order.times().expires()).isEqualTo("2024-03-15T02:30:00Z");
    assertThat(order.in("C2").cycleNo()).isEqualTo("C2");
    assertThat(order.isAdmission()).isFalse();
    assertThat(order.toString()).isEqualTo("order DD0001");
  }

  @Test
  void its_payer_is_read_as_documents_are() {
    assertThat(request("hissscan", "30", "").payerId().value()).isEqualTo("99000019590101123X");
  }
}
