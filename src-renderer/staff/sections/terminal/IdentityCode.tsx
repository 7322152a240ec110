import { useMemo } from 'react';
import { qrOf } from '../../../takeaway/qr.ts';
import { QUIET_MODULES } from '../../../takeaway/qr-limits.ts';
import { QrCode } from '../../../ui/QrCode.tsx';
import { useStaff } from '../../here.tsx';
import { identityText } from './identity.ts';

/** The terminal's identity as a QR code. */
export function IdentityCode() {
  const { t, briefing } = useStaff();
  const modules = useMemo(() => qrOf(identityText(briefing)), [briefing]);
  return (
    <div className="staff__code">
      <QrCode modules={modules} quiet={QUIET_MODULES} label={t('terminal.identity-text')} />
    </div>
  );
}
