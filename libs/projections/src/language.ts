/** Languages of sentences and labels; Chinese is first. */
export type Language = 'zh-CN' | 'en';
