package org.yima.securitypkg;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** 配置 {@link Kit}。Collects what a {@link Kit} needs: who we are, our keys, the platform's. */
public final class KitBuilder {
  final Suite suite;
  final KeyRing institution;
  final KeyRing system;
  final PartyCertificates platform;
  final SortedMap<String, String> identity = new TreeMap<>();
  LegacyDigest legacyDigest = LegacyDigest.STRING;
  Clock clock = Clock.systemUTC();
  SecureRandom random = new SecureRandom();
  Duration window = Duration.ofMinutes(5);

  /**
   * Starts with the keys.
   *
   * @param suite the one that the access system is registered for
   * @param institution 定点医药机构的私钥: the institution's keys, for {@code merchantsignature}
   * @param system 接入系统的私钥: the access system's, for {@code infosyssignature} and for opening
   * @param platform 医保业务系统的证书: the platform's certificates
   */
  public KitBuilder(Suite suite, KeyRing institution, KeyRing system, PartyCertificates platform) {
    this.suite = suite;
    this.institution = institution;
    this.system = system;
    this.platform = platform;
  }

  /** 商户代码、接入信息系统代码: the codes that the platform gave; required. */
  public KitBuilder caller(String merchantcode, String infosyscode) {
    identity.put("merchantcode", merchantcode);
    identity.put("infosyscode", infosyscode);
    return this;
  }

  /** 定点医药机构代码: may be left out, then it is the one that the merchant code belongs to. */
  public KitBuilder hospcode(String hospcode) {
    identity.put("hospcode", hospcode);
    return this;
  }

  /** What LEGACY signatures are made over, as registered. */
  public KitBuilder legacyDigest(LegacyDigest digest) {
    legacyDigest = digest;
    return this;
  }

  /** The clock for timestamps and validity; the system's by default. */
  public KitBuilder clock(Clock source) {
    clock = source;
    return this;
  }

  /** The source of keys and nonces, of cryptographic quality; the JDK's by default. */
  public KitBuilder random(SecureRandom source) {
    random = source;
    return this;
  }

  /** How far a notification's timestamp may be from the clock; five minutes by default. */
  public KitBuilder window(Duration either) {
    window = either;
    return this;
  }

  /**
   * The kit.
   *
   * @throws IllegalStateException if {@link #caller} was not given
   */
  public Kit build() {
    if (!identity.containsKey("merchantcode")) {
      throw new IllegalStateException("caller(merchantcode, infosyscode) is missing");
    }
    return new Kit(this);
  }
}
