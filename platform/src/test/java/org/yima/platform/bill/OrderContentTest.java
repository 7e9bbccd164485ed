package org.yima.platform.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.bill.OrderContent.PrescriptionTotal;
import org.yima.protocol.ElementReader;
import org.yima.protocol.MalformedMessage;
import org.yima.settlement.Money;

/** {@code orderdata} of 4.4 as it is read and kept. */
class OrderContentTest {
  private static final String ORDER =
      """
      <orderdata>
        <hospname>测试医院</hospname><hospcode>99000101</hospcode><operatorid>OP01</operatorid>
        <medicaltype>11</medicaltype><outpatientno>MZ0001</outpatientno><bkc012>BL0001</bkc012>
        <outpatienttime>2024-03-15 09:30:00</outpatienttime><diseasecode>M03900</diseasecode>
        <prescriptionlistinfo>
          <row>
            <prescriptionno>CF1</prescriptionno><prescriptionfee>31.25</prescriptionfee>
            <prescriptionitemlistinfo>
              <row>
                <prescriptionorderno>1</prescriptionorderno>
                <hoschargeprocode>YY0001</hoschargeprocode>
                <hoschargeproname>测试药&lt;甲&gt;</hoschargeproname>
                <chargeprocode>XJ01</chargeprocode><chargesort>11</chargesort>
                <unitprice>12.5000</unitprice><num>2.50</num><amount>31.25</amount>
                <unit>盒</unit><days>3</days><aka074>0.25g*24</aka074><aka070>胶囊</aka070>
                <freq_code>TID</freq_code><usage_code>PO</usage_code><bke012>0.5g</bke012>
                <othercheckno>SP01</othercheckno><proarea>不保留</proarea>
              </row>
            </prescriptionitemlistinfo>
          </row>
          <row>
            <prescriptionno>CF2</prescriptionno><prescriptionfee>0000.00</prescriptionfee>
            <prescriptionitemlistinfo></prescriptionitemlistinfo>
          </row>
        </prescriptionlistinfo>
      </orderdata>
      """;

  private static OrderContent read(String xml) throws MalformedMessage {
    return OrderContent.read(ElementReader.read(xml));
  }

  @Test
  void what_the_hospital_sent_is_read() throws MalformedMessage {
    OrderContent content = read(ORDER);
    var line =
        new ChargeLine(
            "CF1",
            "1",
            "YY0001",
            "测试药<甲>",
            "XJ01",
            "11",
            "12.5000",
            "2.50",
            Money.of("31.25"),
            "盒",
            "3",
            "0.25g*24",
            "胶囊",
            "TID",
            "PO",
            "0.5g",
            "SP01",
            "");
    assertThat(content.lines()).containsExactly(line);
    assertThat(content.medicalType()).isEqualTo("11");
    assertThat(content.outpatientNo()).isEqualTo("MZ0001");
    assertThat(content.caseNo()).isEqualTo("BL0001");
    assertThat(content.operator()).isEqualTo("OP01");
    assertThat(content.visitDate()).isEqualTo(LocalDate.of(2024, 3, 15));
    assertThat(content.disease()).isEqualTo("M03900");
    assertThat(content).hasToString("visit of 2024-03-15 with 1 lines");
  }

  @Test
  void each_prescription_has_its_total() throws MalformedMessage {
    assertThat(OrderContent.totals(ElementReader.read(ORDER)))
        .containsExactly(
            new PrescriptionTotal("CF1", Money.of("31.25")),
            new PrescriptionTotal("CF2", Money.ZERO));
  }

  @Test
  void it_comes_back_from_its_column() throws MalformedMessage {
    OrderContent content = read(ORDER);
    assertThat(OrderContent.unpack(content.pack())).isEqualTo(content);
  }

  /** A day without a time, and what is optional left out. */
  @ParameterizedTest
  @CsvSource({"2024-03-15", "20240315", "20240315093000"})
  void what_is_optional_may_be_missing(String time) throws MalformedMessage {
    OrderContent content =
        read("<orderdata><outpatienttime>" + time + "</outpatienttime></orderdata>");
    assertThat(content.visitDate()).isEqualTo(LocalDate.of(2024, 3, 15));
    assertThat(content.disease()).isEmpty();
    assertThat(content.lines()).isEmpty();
    assertThat(OrderContent.unpack(content.pack())).isEqualTo(content);
  }
}
