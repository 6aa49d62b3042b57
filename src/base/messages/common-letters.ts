/** The letters that make up most of a text, by which its encoding is told; other alphabets stand where they are asked for. */
export const COMMON_LETTERS = {
  russian: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэё',
  arabic: 'اليمنورتبدةعسفهكقحجأطصش،',
} as const;
