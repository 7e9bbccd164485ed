package org.yima.securitypkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else's cryptography reads ours, and we read theirs. GCM content: openssl cannot. */
class OpensslTest {
  private static final byte[] MESSAGE =
      "merchantcode=DD99000001&金额=1.00".getBytes(StandardCharsets.UTF_8);
  private static final String USER_ID = "distid:1234567812345678";

  private static final Map<Suite, String> DIGESTS =
      Map.of(
          Suite.SM, "-sm3 -sigopt " + USER_ID,
          Suite.RSA, "-sha256",
          Suite.LEGACY, "-sha1");

  private static final Map<Suite, String> TRANSPORTS =
      Map.of(
          Suite.SM, "",
          Suite.RSA,
              " -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256"
                  + " -pkeyopt rsa_mgf1_md:sha256",
          Suite.LEGACY, " -pkeyopt rsa_padding_mode:pkcs1");

  @TempDir Path folder;
  private Openssl openssl;

  @BeforeEach
  void openFolder() {
    openssl = new Openssl(folder);
    openssl.write("message", MESSAGE);
  }

  private static PrivateSide privateSide(CertifiedKey key) {
    return CertifiedKey.open(key.privateKey(), Cast.RANDOM, RsaPrivateOperation.Factory.jdk());
  }

  @ParameterizedTest
  @EnumSource
  void opensslVerifiesOurSignatures(Suite suite) {
    CertifiedKey key = Cast.key(Cast.HIS, suite);
    openssl.writeKey(key);
    openssl.write("signature", privateSide(key).sign(suite, MESSAGE));
    String digest = DIGESTS.get(suite);
    assertThat(openssl.run("dgst " + digest + " -verify pub.pem -signature signature message"))
        .contains("Verified OK");
  }

  @ParameterizedTest
  @EnumSource
  void weVerifySignaturesOfOpenssl(Suite suite) {
    CertifiedKey key = Cast.key(Cast.HIS, suite);
    openssl.writeKey(key);
    openssl.run("dgst " + DIGESTS.get(suite) + " -sign key.pem -out signature message");
    PublicSide publicSide = key.certificate().key();
    byte[] signature = openssl.read("signature");
    assertThat(publicSide.verifies(suite, MESSAGE, signature)).isTrue();
    signature[signature.length / 2] ^= 1;
    assertThat(publicSide.verifies(suite, MESSAGE, signature)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void opensslOpensOurTransportedKeys(Suite suite) {
    CertifiedKey key = Cast.key(Cast.HIS, suite);
    openssl.writeKey(key);
    byte[] contentKey = suite.content().freshKey(Cast.RANDOM);
    openssl.write("wrapped", key.certificate().key().wrap(suite, contentKey, Cast.RANDOM));
    openssl.run(
        "pkeyutl -decrypt -inkey key.pem" + TRANSPORTS.get(suite) + " -in wrapped -out opened");
    assertThat(openssl.read("opened")).isEqualTo(contentKey);
  }

  @ParameterizedTest
  @EnumSource
  void weOpenTransportedKeysOfOpenssl(Suite suite) {
    CertifiedKey key = Cast.key(Cast.HIS, suite);
    openssl.writeKey(key);
    byte[] contentKey = suite.content().freshKey(Cast.RANDOM);
    openssl.write("plain", contentKey);
    openssl.run(
        "pkeyutl -encrypt -pubin -inkey pub.pem"
            + TRANSPORTS.get(suite)
            + " -in plain -out wrapped");
    assertThat(privateSide(key).unwrap(suite, openssl.read("wrapped"))).isEqualTo(contentKey);
  }

  @Test
  void desContentIsTheSameBothWays() throws GeneralSecurityException {
    DesEcb des = new DesEcb();
    byte[] key = des.freshKey(Cast.RANDOM);
    String enc = "enc -des-ecb -K " + Hex.toHexString(key) + " -provider legacy -provider default";
    openssl.write("sealed", des.seal(key, new byte[0], MESSAGE, Cast.RANDOM));
    openssl.run(enc + " -d -in sealed -out opened");
    assertThat(openssl.read("opened")).isEqualTo(MESSAGE);
    openssl.run(enc + " -in message -out sealed");
    assertThat(des.open(key, new byte[0], openssl.read("sealed"))).isEqualTo(MESSAGE);
  }

  @ParameterizedTest
  @EnumSource
  void opensslReadsOurKeyFilesAndWeReadIts(Suite suite) throws IOException {
    CertifiedKey key = Cast.key(Cast.HIS, suite);
    char[] password = "test".toCharArray();
    openssl.write("ours.p12", KeyFile.write(List.of(key), password, Cast.RANDOM));
    openssl.run("pkcs12 -in ours.p12 -passin pass:test -nodes -out both.pem");
    openssl.run("pkcs12 -export -in both.pem -out theirs.p12 -passout pass:test");
    List<CertifiedKey> read =
        KeyFile.read(new ByteArrayInputStream(openssl.read("theirs.p12")), password);
    assertThat(read).hasSize(1);
    assertThat(read.get(0).certificate()).isEqualTo(key.certificate());
    byte[] signature = privateSide(read.get(0)).sign(suite, MESSAGE);
    assertThat(key.certificate().key().verifies(suite, MESSAGE, signature)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"SM2", "RSA_2048"})
  void opensslVerifiesOurCertificates(KeyKind kind) {
    CertificateIssuer issuer =
        CertificateIssuer.selfSigned("测试 CA", kind, Cast.LAST_YEAR, Cast.NEXT_YEAR, Cast.RANDOM);
    CertifiedKey leaf = issuer.issue(Cast.HIS, kind, KeyUse.BOTH, Cast.LAST_YEAR, Cast.NEXT_YEAR);
    openssl.write(
        "ca.pem", issuer.authority().certificate().pem().getBytes(StandardCharsets.US_ASCII));
    openssl.write("leaf.pem", leaf.certificate().pem().getBytes(StandardCharsets.US_ASCII));
    String userId = kind == KeyKind.SM2 ? " -vfyopt " + USER_ID : "";
    String when = " -attime " + Cast.NOW.getEpochSecond();
    assertThat(openssl.run("verify -x509_strict" + userId + when + " -CAfile ca.pem leaf.pem"))
        .contains("leaf.pem: OK");
  }
}
