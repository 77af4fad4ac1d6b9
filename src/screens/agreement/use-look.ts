import { type BehindQuestion } from '#core/agreement/behind-question.ts';
import { useLaterStores } from '#state/react-later.tsx';

/** Gives for a question, and the title under which it is answered, what a figure does when it is chosen. */
export function useLook(): (question: BehindQuestion, title: string) => () => void {
  const { agreement } = useLaterStores();
  return (question, title) => () => {
    void agreement.getState().lookBehind(question, title);
  };
}
