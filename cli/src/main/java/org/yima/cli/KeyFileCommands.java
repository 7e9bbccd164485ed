package org.yima.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yima.platform.transaction.Call;
import org.yima.securitypkg.CertificateIssuer;
import org.yima.securitypkg.CertifiedKey;
import org.yima.securitypkg.KeyFile;
import org.yima.securitypkg.KeyKind;
import org.yima.securitypkg.KeyUse;
import org.yima.securitypkg.PartyCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Those of {@code yima keys} that work on files alone. */
final class KeyFileCommands {
  private static final Clock CLOCK = Clock.system(Call.ZONE);
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(7300);

  private KeyFileCommands() {}

  /** A PKCS#12 file and what opens it. */
  static final class Locked {
    @Parameters(index = "0", paramLabel = "FILE", description = "PKCS#12 密钥文件")
    private Path file = Path.of("");

    @Option(
        names = "--password",
        required = true,
        interactive = true,
        arity = "0..1",
        description = "密钥文件口令；不给出则提示输入 (prompted for if left out)")
    private char[] password = new char[0];

    List<CertifiedKey> read() {
      return readKeys(file, password);
    }

    void write(List<CertifiedKey> keys, SecureRandom random) {
      writeKeys(file, keys, password, random);
    }
  }

  /** The small authority that issues certificates, in a file with the same password. */
  static final class Authority {
    @Option(names = "--ca", required = true, description = "签发机构的密钥文件，不存在则新建 (made if absent)")
    private Path file = Path.of("");

    @Option(names = "--days", defaultValue = "365", description = "证书有效天数，默认 ${DEFAULT-VALUE}")
    private int days = 365;

    CertificateIssuer open(KeyKind kind, char[] password, SecureRandom random) {
      if (days < 1) {
        throw new CannotDo("--days 至少为 1 (at least 1): " + days);
      }
      if (Files.exists(file)) {
        return new CertificateIssuer(readKeys(file, password).getFirst(), random);
      }
      Instant now = CLOCK.instant();
      var issuer =
          CertificateIssuer.selfSigned("YIMA-CA", kind, now, now.plus(AUTHORITY_LIFE), random);
      writeKeys(file, List.of(issuer.authority()), password, random);
      return issuer;
    }

    Instant until() {
      return CLOCK.instant().plus(Duration.ofDays(days));
    }
  }

  private static List<CertifiedKey> readKeys(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      return KeyFile.read(in, password);
    } catch (NoSuchFileException e) {
      throw new CannotDo("没有这个密钥文件，可用 keys make 新建 (no such file): " + file, e);
    } catch (IOException e) {
      throw new CannotDo(
          "密钥文件不能读取，请核对口令与文件 (no PKCS#12 file, or a wrong password: %s): %s"
              .formatted(e.getMessage(), file),
          e);
    }
  }

  private static void writeKeys(
      Path file, List<CertifiedKey> keys, char[] password, SecureRandom random) {
    try {
      replace(file, KeyFile.write(keys, password, random));
    } catch (IOException e) {
      throw new CannotDo("密钥文件不能写入，请核对文件夹与权限 (cannot be written): " + file, e);
    }
  }

  /** For its owner's eyes alone, and whole or not at all. */
  private static void replace(Path file, byte[] content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(next, content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void print(List<CertifiedKey> keys) {
    keys.forEach(key -> System.out.println(described(key.certificate())));
  }

  static String described(PartyCertificate certificate) {
    String use = certificate.isForSigning() ? "签名" : "";
    use += certificate.isForEncryption() ? (use.isEmpty() ? "" : "、") + "加密" : "";
    return "%s  %s  %s  %s  有效至 %s"
        .formatted(
            certificate.party(),
            certificate.certid(),
            certificate.algorithm(),
            use,
            certificate.notAfter().atZone(Call.ZONE).toLocalDateTime());
  }

  /** {@code keys make}. */
  @Command(
      name = "make",
      description = {"生成密钥并签发证书。", "Makes a party's keys and certificates in a new file."})
  static final class Make implements Callable<Integer> {
    @Mixin private Locked target = new Locked();
    @Mixin private Authority authority = new Authority();

    @Option(names = "--party", required = true, description = "商户代码、接入信息系统代码或平台代码")
    private String party = "";

    @Option(names = "--kind", defaultValue = "SM2", description = "${COMPLETION-CANDIDATES}")
    private KeyKind kind = KeyKind.SM2;

    @Option(names = "--two", description = "签名、加密各一份证书 (one to sign, one to encrypt to)")
    private boolean two;

    @Override
    public Integer call() {
      if (Files.exists(target.file)) {
        throw new CannotDo("文件已存在，轮换请用 keys rotate (the file exists): " + target.file);
      }
      var random = new SecureRandom();
      var issuer = authority.open(kind, target.password, random);
      List<KeyUse> uses = two ? List.of(KeyUse.SIGN, KeyUse.ENCRYPT) : List.of(KeyUse.BOTH);
      List<CertifiedKey> keys = new ArrayList<>();
      Instant now = CLOCK.instant(); // one for both: it is how the platform knows a pair
      for (KeyUse use : uses) {
        keys.add(issuer.issue(party, kind, use, now, authority.until()));
      }
      target.write(keys, random);
      print(keys);
      return 0;
    }
  }

  /** {@code keys rotate}. */
  @Command(
      name = "rotate",
      description = {
        "为文件里最新的每种密钥生成下一份，旧的保留到期满，新旧同时有效。",
        "Adds a successor of each key; the old ones stay until they expire."
      })
  static final class Rotate implements Callable<Integer> {
    @Mixin private Locked target = new Locked();
    @Mixin private Authority authority = new Authority();

    @Override
    public Integer call() {
      var random = new SecureRandom();
      List<CertifiedKey> keys = new ArrayList<>();
      Instant now = CLOCK.instant();
      for (CertifiedKey old : target.read()) {
        if (!old.certificate().notAfter().isBefore(now)) {
          keys.add(old);
        }
      }
      List<CertifiedKey> successors = successors(target.read(), now, random);
      keys.addAll(successors);
      target.write(keys, random);
      print(successors);
      System.out.println("请把新证书登记到平台（keys import），再让使用方启用新文件；旧证书到期前都有效。");
      return 0;
    }

    private List<CertifiedKey> successors(
        List<CertifiedKey> keys, Instant now, SecureRandom random) {
      List<CertifiedKey> successors = new ArrayList<>();
      for (KeyUse use : KeyUse.values()) {
        for (KeyKind kind : KeyKind.values()) {
          @Nullable PartyCertificate newest =
              keys.stream()
                  .map(CertifiedKey::certificate)
                  .filter(each -> useOf(each) == use && kindOf(each) == kind)
                  .max(java.util.Comparator.comparing(PartyCertificate::notAfter))
                  .orElse(null);
          if (newest != null) {
            successors.add(
                authority
                    .open(kind, target.password, random)
                    .issue(newest.party(), kind, use, now, authority.until()));
          }
        }
      }
      return successors;
    }

    private static KeyUse useOf(PartyCertificate certificate) {
      if (certificate.isForSigning()) {
        return certificate.isForEncryption() ? KeyUse.BOTH : KeyUse.SIGN;
      }
      return KeyUse.ENCRYPT;
    }

    private static KeyKind kindOf(PartyCertificate certificate) {
      return KeyKind.valueOf(certificate.algorithm().replace(' ', '_'));
    }
  }

  /** {@code keys export}. */
  @Command(
      name = "export",
      description = {"导出证书（PEM，不含私钥）。", "Prints the certificates of a key file, no private key."})
  static final class Export implements Callable<Integer> {
    @Mixin private Locked source = new Locked();

    @Override
    public Integer call() {
      source.read().forEach(key -> System.out.print(key.certificate().pem()));
      return 0;
    }
  }
}
