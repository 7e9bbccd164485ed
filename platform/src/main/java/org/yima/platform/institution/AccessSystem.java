package org.yima.platform.institution;

/**
 * A system that an institution calls from (接入信息系统): its HIS, a kiosk, a public account.
 *
 * @param code 接入信息系统代码
 */
public record AccessSystem(String code, String name) {}
