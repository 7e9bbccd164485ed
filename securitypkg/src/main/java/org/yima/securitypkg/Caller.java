package org.yima.securitypkg;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the registry says about one access system of one institution. Immutable. Keep it as long as
 * the registration does not change: its certificates are set up for speed when first used.
 */
public final class Caller {
  private final PartyCertificates merchant;
  private final PartyCertificates system;
  private final Set<Suite> suites;
  private final boolean plainForm;
  private final LegacyDigest legacyDigest;
  private final PlatformSignatureKey signatureKey;

  private Caller(Builder builder) {
    merchant = builder.merchant;
    system = builder.system;
    suites = Collections.unmodifiableSet(EnumSet.copyOf(builder.suites));
    plainForm = builder.plainForm;
    legacyDigest = builder.legacyDigest;
    signatureKey = builder.signatureKey;
  }

  /** A caller registered for SM, sealed form only. The certificates' party codes are its codes. */
  public static Builder of(PartyCertificates merchant, PartyCertificates system) {
    return new Builder(merchant, system);
  }

  /** The institution's code. */
  public String merchantcode() {
    return merchant.party();
  }

  /** The access system's code. */
  public String infosyscode() {
    return system.party();
  }

  /** The institution's certificates. */
  public PartyCertificates merchant() {
    return merchant;
  }

  /** The access system's certificates. */
  public PartyCertificates system() {
    return system;
  }

  /** The suites it is registered for, strongest first. */
  public Set<Suite> suites() {
    return suites;
  }

  boolean isPlainFormAllowed() {
    return plainForm;
  }

  LegacyDigest legacyDigest() {
    return legacyDigest;
  }

  PlatformSignatureKey signatureKey() {
    return signatureKey;
  }

  @Override
  public String toString() {
    return "caller " + merchantcode() + "/" + infosyscode() + " " + suites;
  }

  /** Collects a registration. */
  public static final class Builder {
    private final PartyCertificates merchant;
    private final PartyCertificates system;
    private Set<Suite> suites = EnumSet.of(Suite.SM);
    private boolean plainForm;
    private LegacyDigest legacyDigest = LegacyDigest.STRING;
    private PlatformSignatureKey signatureKey = PlatformSignatureKey.PLTFMSIGNATURE;

    private Builder(PartyCertificates merchant, PartyCertificates system) {
      this.merchant = merchant;
      this.system = system;
    }

    /** The suites it may use instead of SM alone; at least one. */
    public Builder suites(Suite first, Suite... more) {
      suites = EnumSet.of(first, more);
      return this;
    }

    /** Whether it may also send the plain signed form; off by default. */
    public Builder plainForm(boolean allowed) {
      plainForm = allowed;
      return this;
    }

    /** What its LEGACY signatures are made over. */
    public Builder legacyDigest(LegacyDigest digest) {
      legacyDigest = digest;
      return this;
    }

    /** How it spells the platform's signature. */
    public Builder signatureKey(PlatformSignatureKey key) {
      signatureKey = key;
      return this;
    }

    /** The registration. */
    public Caller build() {
      return new Caller(this);
    }
  }
}
