package org.yima.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.yima.client.MessageLog;
import org.yima.client.YimaClient;
import org.yima.client.YimaClientBuilder;
import org.yima.sandbox.World.Place;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.Kit;
import org.yima.securitypkg.KitBuilder;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.PartyCertificates;

/** A place of treatment as its own system sees it: its keys from the kit folder, and the client. */
final class Branch {
  private static final Pattern CERTIFICATE_END =
      Pattern.compile("(?<=-----END CERTIFICATE-----\n)");

  private Branch() {}

  /** The client that this place would build from what it was given. */
  static YimaClient client(Sandbox sandbox, Place place, Clock clock, MessageLog log) {
    String hospcode = place.institution().code();
    return new YimaClientBuilder(
            sandbox.gateway(), kit(sandbox, place, clock), hospcode, place.institution().name())
        .log(log)
        .build();
  }

  private static Kit kit(Sandbox sandbox, Place place, Clock clock) {
    Path folder = sandbox.keys().kit(place);
    try {
      return new KitBuilder(
              place.suites().getFirst(),
              ring(folder.resolve("institution.p12"), clock),
              ring(folder.resolve("system.p12"), clock),
              platform(folder.resolve("platform.pem")))
          .caller(place.institution().merchantCode(), place.system().code())
          .hospcode(place.institution().code())
          .clock(clock)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("密钥不能读取 keys cannot be read: " + folder, e);
    }
  }

  private static KeyRing ring(Path file, Clock clock) throws IOException {
    return KeyRing.fromPkcs12(file, KeyFolder.PASSWORD.toCharArray(), clock, new SecureRandom());
  }

  private static PartyCertificates platform(Path file) throws IOException {
    List<PartyCertificate> certificates =
        CERTIFICATE_END
            .splitAsStream(Files.readString(file))
            .map(pem -> PartyCertificate.read(pem.getBytes(StandardCharsets.UTF_8)))
            .toList();
    return PartyCertificates.of(certificates.getFirst().party(), certificates);
  }
}
