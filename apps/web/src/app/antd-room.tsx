import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';

/** Ant Design for the pages that use it, loaded with them. The tokens mend contrasts below 4.5 : 1. */
const theme = {
  token: {
    fontFamily: 'inherit',
    fontSize: 15,
    colorPrimary: '#0b4f9e',
    colorLink: '#0b4f9e',
    colorText: '#1b2330',
    colorTextSecondary: '#505a69',
    colorTextDescription: '#505a69',
    colorTextTertiary: '#505a69',
    colorTextPlaceholder: '#5f6a7a',
    colorTextDisabled: '#6b7480',
    colorError: '#b8191f',
    colorWarning: '#8a5a00',
    colorSuccess: '#1a6b3b',
    borderRadius: 6,
    motion: false,
  },
};

export const AntdRoom = ({ children }: { readonly children: ReactNode }) => (
  <ConfigProvider locale={useLanguage() === 'zh' ? zhCN : enGB} theme={theme}>
    {children}
  </ConfigProvider>
);
