package org.yima.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yima.platform.store.ColumnKeys;
import org.yima.sandbox.World.Place;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyFile;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/**
 * The sandbox's keys: {@code platform.p12} and {@code columns.p12} for the server, and for each
 * place of treatment a folder with what a hospital gets, {@code institution.p12}, {@code
 * system.p12} and {@code platform.pem}. Made once, with the password {@value #PASSWORD}.
 */
public final class KeyFolder {
  /** Of every file here; it guards nothing, because the sandbox's keys are worth nothing. */
  public static final String PASSWORD = "yima";

  private static final Duration LIFE = Duration.ofDays(3650);
  private static final String PLATFORM = "YIMA-SANDBOX";

  private final Path folder;

  private KeyFolder(Path folder) {
    this.folder = folder;
  }

  /** Opens the folder, making all keys if it is new. */
  static KeyFolder open(Path folder, Clock clock, SecureRandom random) {
    var keys = new KeyFolder(folder);
    try {
      if (!Files.exists(keys.platform())) {
        keys.make(clock.instant(), random);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("密钥目录不能写入 cannot write keys: " + folder, e);
    }
    return keys;
  }

  /** The platform's file comes last: it says that all others are there. */
  private void make(Instant now, SecureRandom random) throws IOException {
    Files.createDirectories(folder);
    // A settable clock may be set back; certificates hold from long before.
    Instant from = now.minus(LIFE);
    Instant until = now.plus(LIFE);
    var issuer = CertificateIssuer.selfSigned(PLATFORM, KeyKind.SM2, from, until, random);
    List<CertifiedKey> platform =
        List.of(
            issuer.issue(PLATFORM, KeyKind.SM2, KeyUse.BOTH, from, until),
            issuer.issue(PLATFORM, KeyKind.RSA_2048, KeyUse.BOTH, from, until));
    String pem =
        platform.stream().map(key -> key.certificate().pem()).collect(Collectors.joining());
    for (Place place : World.places()) {
      KeyKind kind = place.suites().contains(Suite.SM) ? KeyKind.SM2 : KeyKind.RSA_2048;
      Path kit = kit(place);
      Files.createDirectories(kit);
      String merchant = place.institution().merchantCode();
      String system = place.system().code();
      write(
          kit.resolve("institution.p12"),
          List.of(issuer.issue(merchant, kind, KeyUse.BOTH, from, until)),
          random);
      write(
          kit.resolve("system.p12"),
          List.of(issuer.issue(system, kind, KeyUse.BOTH, from, until)),
          random);
      Files.writeString(kit.resolve("platform.pem"), pem);
    }
    ColumnKeys.createPkcs12(columns(), PASSWORD.toCharArray(), random);
    write(platform(), platform, random);
  }

  private static void write(Path file, List<CertifiedKey> keys, SecureRandom random)
      throws IOException {
    Files.write(file, KeyFile.write(keys, PASSWORD.toCharArray(), random));
  }

  Path platform() {
    return folder.resolve("platform.p12");
  }

  Path columns() {
    return folder.resolve("columns.p12");
  }

  /** What the hospital or pharmacy gets. */
  public Path kit(Place place) {
    return folder.resolve("kit").resolve(place.institution().code());
  }

  /** The certificates of a place: the institution's and its access system's. */
  List<PartyCertificate> certificates(Place place) {
    List<PartyCertificate> certificates = new ArrayList<>();
    for (String file : List.of("institution.p12", "system.p12")) {
      try (InputStream in = Files.newInputStream(kit(place).resolve(file))) {
        KeyFile.read(in, PASSWORD.toCharArray())
            .forEach(key -> certificates.add(key.certificate()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return certificates;
  }
}
