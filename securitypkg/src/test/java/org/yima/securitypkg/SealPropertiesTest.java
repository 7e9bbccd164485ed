package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.yima.protocol.Form;

/** Whatever the content: it arrives as it was sent, or, with one bit changed, not at all. */
class SealPropertiesTest {
  private static String transdata(String content) {
    return "<transdata><a>" + content + "</a></transdata>";
  }

  @Property(tries = 150)
  void whatIsSealedIsOpened(
      @ForAll Suite suite,
      @ForAll
          @StringLength(max = 2000)
          @CharRange(from = ' ', to = '~')
          @CharRange(from = '一', to = '龥')
          String content)
      throws CannotOpen {
    Scene scene = new Scene(suite);
    String transdata = transdata(content.replace('<', '('));
    Call call = scene.kit().seal("ST007", transdata);
    Received received = scene.open(call.body());
    assertThat(received.form().get("transdata")).isEqualTo(transdata);
    byte[] reply = received.reply().write(Scene.answer(content.replace('&', '+')));
    assertThat(scene.kit().open(reply, call).get("aprtmsg")).isEqualTo(content.replace('&', '+'));
  }

  @Property(tries = 150)
  void oneBitAnywhereRefusesIt(
      @ForAll Suite suite,
      @ForAll @IntRange(max = 1) int part,
      @ForAll @IntRange(min = 0) int bit) {
    Scene scene = new Scene(suite);
    Form outer = Scene.read(scene.kit().seal("ST007", transdata("990000")).body());
    Form changed = flipped(outer, part == 0 ? "encryptkey" : "encrpteddata", bit);
    assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> scene.reception().open(changed));
  }

  @Property(tries = 100)
  void oneBitOfAPlainSignatureRefusesIt(
      @ForAll Suite suite, @ForAll boolean merchant, @ForAll @IntRange(min = 0) int bit) {
    Scene scene = new Scene(suite);
    Form form = Scene.read(scene.kit().signWithoutSealing("ST007", transdata("990000")).body());
    Form changed = flipped(form, merchant ? "merchantsignature" : "infosyssignature", bit);
    assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> scene.reception().open(changed));
  }

  private static Form flipped(Form form, String name, int bit) {
    String value = form.get(name);
    byte[] bytes = Base64.getDecoder().decode(value == null ? "" : value);
    int place = bit % (bytes.length * 8);
    bytes[place / 8] ^= (byte) (1 << (place % 8));
    return form.with(name, Base64.getEncoder().encodeToString(bytes));
  }
}
