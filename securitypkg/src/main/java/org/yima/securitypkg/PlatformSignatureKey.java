package org.yima.securitypkg;

/** How an access system spells the element with the platform's signature. */
public enum PlatformSignatureKey {
  /** As in the sample of section 1.1.5.2; the usual one. */
  PLTFMSIGNATURE,
  /** As in the table of section 1.1.3. */
  PLTFIRMSIGNATURE,
  /** As clients in the field read it. */
  PLTFRMSIGNATURE;

  /** The key as written. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
