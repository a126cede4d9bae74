import sharp from 'sharp';

/** A small photograph that says where it was taken and who took it. */
export const tellingPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#486' } })
    .withExif({
      IFD0: { Artist: 'Zhang' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '110/1 1/1 0/1' },
    })
    .jpeg()
    .toBuffer();

/** The same sort of photograph with nothing to tell. */
export const silentPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#864' } })
    .jpeg()
    .toBuffer();
