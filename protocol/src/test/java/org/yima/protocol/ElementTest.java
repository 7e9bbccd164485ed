package org.yima.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ElementTest {
  private static final Element LINE =
      Element.of(
          "row",
          List.of(
              Element.text("akc228", " 1.00 "),
              Element.text("AKC228", "2.00"),
              Element.text("akc228", "3.00")));

  @Test
  void childrenAreFoundByExactName() {
    assertThat(LINE.textOf("akc228")).as("the first, without blanks").isEqualTo("1.00");
    assertThat(LINE.textOf("AKC228")).isEqualTo("2.00");
    assertThat(LINE.textOf("Akc228")).isEmpty();
    assertThat(LINE.child("Akc228")).isNull();
    assertThat(LINE.child("akc228")).isEqualTo(Element.text("akc228", " 1.00 "));
  }

  @Test
  void laterChangesToTheListChangeNothing() {
    List<Element> children = new ArrayList<>(LINE.children());
    Element copy = Element.of("row", children);
    children.clear();

    assertThat(copy).isEqualTo(LINE).hasSameHashCodeAs(LINE);
    assertThatThrownBy(() -> copy.children().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anEmptyElementIsTheSameHoweverMade() {
    assertThat(Element.of("a", List.of())).isEqualTo(Element.text("a", ""));
    assertThat(Element.text("a", "")).isNotEqualTo(Element.text("a", " "));
    assertThat(Element.text("a", "")).isNotEqualTo(Element.text("A", ""));
  }

  @Test
  void showsNoText() {
    assertThat(Element.text("idno", "990000198001010011")).hasToString("<idno> with 0 children");
    assertThat(LINE).hasToString("<row> with 3 children");
  }
}
