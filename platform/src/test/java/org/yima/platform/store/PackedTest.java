package org.yima.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of texts in one column: they come back as they were, or not at all. */
class PackedTest {
  @Property(tries = 300)
  void rows_come_back_as_they_were(@ForAll("rows") List<List<String>> rows) {
    assertThat(Packed.unpack(Packed.pack(rows))).isEqualTo(rows);
  }

  /** Empty rows and empty cells are rows and cells: optional fields are cells without text. */
  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell =
        Arbitraries.strings()
            .withChars("ab甲·\n\t &<>|😀".toCharArray())
            .ofMaxLength(8)
            .map(PackedTest::whole);
    return cell.list().ofMaxSize(5).list().ofMaxSize(6);
  }

  /** Half a surrogate pair is no text, and the interface lets none in. */
  private static String whole(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  @Test
  void a_long_order_comes_back_and_takes_a_fraction_of_its_size() {
    List<String> line = List.of("P0001", "1", "YP-0001", "测试药品", "XJ01CA", "1", "12.5000", "3.00");
    List<List<String>> rows = Collections.nCopies(3_000, line);
    byte[] packed = Packed.pack(rows);
    assertThat(Packed.unpack(packed)).isEqualTo(rows);
    assertThat(packed).hasSizeLessThan(3_000 * 50 / 10);
  }

  /** The end of the text may be found only after the last full buffer was taken. */
  @ParameterizedTest
  @ValueSource(ints = {8190, 8191, 8192, 8193, 16384, 24576})
  void a_text_that_fills_a_buffer_exactly_comes_back(int length) {
    List<List<String>> rows = List.of(List.of("9".repeat(length - 2)));
    assertThat(Packed.unpack(Packed.pack(rows))).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001e", "\u001f", "P1\u001f", "\u001eP1", "a\u001fb"})
  void a_separator_inside_a_value_is_refused(String cell) {
    assertThatIllegalArgumentException().isThrownBy(() -> Packed.pack(List.of(List.of(cell))));
  }

  @Test
  void a_column_that_was_cut_off_anywhere_is_refused() {
    byte[] packed = Packed.pack(List.of(List.of("P1", "测试药品", "12.50"), List.of("P2", "", "0.00")));
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatIllegalStateException().isThrownBy(() -> Packed.unpack(cut));
    }
  }

  @Property(tries = 300)
  void garbage_is_refused_or_read_but_never_breaks_otherwise(@ForAll byte[] garbage) {
    try {
      Packed.unpack(garbage);
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageContaining("packed column");
    }
  }

  /** Well compressed, but no rows: the end of a row or of a cell is missing. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "a\u001f", "a\u001e", "a\u001f\u001eb\u001f"})
  void a_text_without_its_ends_is_refused(String text) throws IOException {
    byte[] packed = deflated(text.getBytes(UTF_8));
    assertThatIllegalStateException().isThrownBy(() -> Packed.unpack(packed));
  }

  @Test
  void a_column_that_would_fill_the_memory_is_refused() throws IOException {
    byte[] bomb = deflated(new byte[17 << 20]);
    assertThat(bomb).hasSizeLessThan(20_000);
    assertThatIllegalStateException()
        .isThrownBy(() -> Packed.unpack(bomb))
        .withMessageContaining("too long");
  }

  private static byte[] deflated(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(plain);
    }
    return out.toByteArray();
  }
}
