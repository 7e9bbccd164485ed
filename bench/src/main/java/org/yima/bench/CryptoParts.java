package org.yima.bench;

import java.util.Objects;
import org.yima.bench.Part.Side;
import org.yima.protocol.SignedString;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.KeyRing.SigningKey;
import org.yima.securitypkg.Suite;

/**
 * The cryptography of one payment, at the sizes of the specimen: private operations through the key
 * rings that are really used, public ones bare. A signature is timed over a digest's length and the
 * digest of the whole string by itself, so that nothing counts twice.
 */
final class CryptoParts {
  private static final String SIGN = "签名 sign";
  private static final String VERIFY = "验签 verify";
  private static final String WRAP = "加密密钥 wrap key";
  private static final String UNWRAP = "解开密钥 unwrap key";
  private static final String SEAL = "加密内容 encrypt content";
  private static final String OPEN = "解密内容 decrypt content";
  private static final String DIGEST_REQUEST = "摘要（请求） digest request";
  private static final String DIGEST_REPLY = "摘要（应答） digest reply";

  private final Suite suite;
  private final KeyRing platform;
  private final Cashier cashier;
  private final BareCrypto bare;
  private final Specimen specimen;

  CryptoParts(Stage stage, Cashier cashier, BareCrypto bare, Specimen specimen) {
    this.suite = cashier.suite();
    this.platform = stage.part(KeyRing.class);
    this.cashier = cashier;
    this.bare = bare;
    this.specimen = specimen;
  }

  void measure(Parts parts) {
    byte[] requestString = SignedString.ofInner(specimen.request().innerForm());
    byte[] replyString = SignedString.ofInner(specimen.reply().innerForm());
    byte[] digest = bare.digest(requestString);
    SigningKey own = signing(platform);
    byte[] signature = own.sign(suite, digest);
    if (!bare.verifies(digest, signature)) {
      throw new IllegalStateException("the library does not verify our signature");
    }
    client(parts.of(Side.CLIENT, Kind.CRYPTO), digest, signature);
    parts
        .of(Side.CLIENT, Kind.CRYPTO)
        .add(DIGEST_REQUEST, 2, () -> bare.digest(requestString))
        .add(DIGEST_REPLY, 1, () -> bare.digest(replyString));
    server(parts.of(Side.SERVER, Kind.CRYPTO), digest, signature);
    parts
        .of(Side.SERVER, Kind.CRYPTO)
        .add(DIGEST_REQUEST, 2, () -> bare.digest(requestString))
        .add(DIGEST_REPLY, 1, () -> bare.digest(replyString));
  }

  private void client(Parts.From client, byte[] digest, byte[] signature) {
    Specimen.Layer out = specimen.request();
    Specimen.Layer back = specimen.reply();
    client
        .add(SIGN, 2, () -> signing(cashier.institution()).sign(suite, digest))
        .add(WRAP, 1, () -> bare.wrap(out.contentKey()))
        .add(SEAL, 1, () -> bare.seal(out.contentKey(), out.inner()))
        .add(UNWRAP, 1, () -> unwrap(cashier.system(), back))
        .add(OPEN, 1, () -> open(back))
        .add(VERIFY, 1, () -> bare.verifies(digest, signature));
  }

  private void server(Parts.From server, byte[] digest, byte[] signature) {
    Specimen.Layer in = specimen.request();
    Specimen.Layer out = specimen.reply();
    server
        .add(UNWRAP, 1, () -> unwrap(platform, in))
        .add(OPEN, 1, () -> open(in))
        .add(VERIFY, 2, () -> bare.verifies(digest, signature))
        .add(SIGN, 1, () -> signing(platform).sign(suite, digest))
        .add(WRAP, 1, () -> bare.wrap(out.contentKey()))
        .add(SEAL, 1, () -> bare.seal(out.contentKey(), out.inner()));
  }

  private SigningKey signing(KeyRing ring) {
    return Objects.requireNonNull(ring.signingKey(suite), "no key for " + suite);
  }

  private Object unwrap(KeyRing ring, Specimen.Layer layer) {
    return ring.unwrap(suite, layer.outer().get("certid"), layer.wrapped());
  }

  private byte[] open(Specimen.Layer layer) {
    return bare.open(layer.contentKey(), Specimen.context(), layer.sealed());
  }
}
