package org.yima.client;

/** 可下载的目录。What can be downloaded with ST042. */
public enum Catalogue {
  /** 收费项目目录. */
  ITEM("item"),
  /** 疾病目录 (ka19). */
  DISEASE("disease");

  private final String code;

  Catalogue(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
