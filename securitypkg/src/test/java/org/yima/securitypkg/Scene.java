package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.yima.protocol.Form;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;

/** A platform and one hospital that know each other, with a clock that stands still. */
final class Scene {
  static final String TRANSDATA = "<transdata><hospcode>99000001</hospcode></transdata>";

  final Suite suite;
  Instant now = Cast.NOW;
  KeyRing platform;
  KeyRing hospital;
  KeyRing his;
  Caller caller;

  Scene(Suite suite) {
    this.suite = suite;
    platform = ring(Cast.key(Cast.PLATFORM, suite));
    hospital = ring(Cast.key(Cast.HOSPITAL, suite));
    his = ring(Cast.key(Cast.HIS, suite));
    caller = registered().build();
  }

  /** The registration as it should be, to be changed before it is built. */
  Caller.Builder registered() {
    return Caller.of(
            PartyCertificates.of(Cast.HOSPITAL, hospital.certificates()),
            PartyCertificates.of(Cast.HIS, his.certificates()))
        .suites(suite)
        .plainForm(true);
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  KeyRing ring(CertifiedKey... keys) {
    KeyRingBuilder builder = new KeyRingBuilder(clock(), Cast.RANDOM);
    List.of(keys).forEach(builder::key);
    return builder.build();
  }

  Reception reception() {
    return new Reception(
        platform,
        (merchant, system) ->
            merchant.equals(Cast.HOSPITAL) && system.equals(Cast.HIS) ? caller : null,
        clock(),
        Cast.RANDOM);
  }

  KitBuilder kitBuilder() {
    PartyCertificates certificates = PartyCertificates.of(Cast.PLATFORM, platform.certificates());
    return new KitBuilder(suite, hospital, his, certificates)
        .caller(Cast.HOSPITAL, Cast.HIS)
        .clock(clock())
        .random(Cast.RANDOM);
  }

  Kit kit() {
    return kitBuilder().build();
  }

  static Form read(byte[] body) {
    try {
      return FormReader.readBody(body);
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }

  static SortedMap<String, String> answer(String aprtmsg) {
    return new TreeMap<>(
        Map.of("respcode", "00", "respmsg", "成功", "aprcode", "00", "aprtmsg", aprtmsg));
  }

  Received open(byte[] body) throws CannotOpen {
    return reception().open(read(body));
  }

  /** What the platform finds wrong with a message that was changed on the way. */
  CannotOpen refusal(byte[] body, UnaryOperator<Form> change) {
    Form changed = change.apply(read(body));
    CannotOpen refusal = catchThrowableOfType(CannotOpen.class, () -> reception().open(changed));
    assertThat(refusal).as("the message must not open").isNotNull();
    return refusal;
  }
}
