package org.yima.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yima.protocol.Element;

/** The flat elements of a reply. */
class ReplyTest {
  @Test
  void elements_are_in_order_of_their_names_and_xml_is_a_value() {
    var reply = new Reply().put("sipno", "P1").put("orderid", "DD<1>");
    reply.put(Element.of("aptorderackdata", List.of(Element.text("bkc012", "<甲&乙>"))));
    assertThat(reply.elements().toString())
        .isEqualTo(
            "{aptorderackdata=<aptorderackdata><bkc012>&lt;甲&amp;乙&gt;</bkc012></aptorderackdata>,"
                + " orderid=DD<1>, sipno=P1}");
  }

  @Test
  void an_element_given_twice_is_a_defect() {
    var reply = new Reply().put("orderid", "DD1");
    assertThatIllegalStateException()
        .isThrownBy(() -> reply.put("orderid", "DD1"))
        .withMessageContaining("orderid");
  }
}
